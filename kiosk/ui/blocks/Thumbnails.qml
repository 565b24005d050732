pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* The pictures of a panel, small; one touch opens one full screen. */
Row {
    id: root

    required property VisitModel visit
    required property ExhibitModel exhibit
    required property PanelModel panel

    spacing: Theme.gap

    Repeater {
        model: root.panel.pictures

        Item {
            id: thumbnail

            required property string id
            required property string wide
            required property string tall
            required property string alt
            readonly property bool current: id === root.panel.pictureId

            function act() {
                root.visit.enlarge(thumbnail.id);
            }

            width: Math.max(148 * Theme.u, Theme.touch)
            height: Math.max(104 * Theme.u, Theme.touch)
            activeFocusOnTab: true
            Accessible.role: Accessible.Button
            Accessible.name: qsTrId("panel.enlarge") + ": " + alt
            Accessible.focusable: true
            Accessible.onPressAction: act()
            Keys.onReturnPressed: act()
            Keys.onEnterPressed: act()
            Keys.onSpacePressed: act()

            FramedPicture {
                anchors.fill: parent
                exhibit: root.exhibit
                wide: thumbnail.wide
                tall: thumbnail.wide
                alt: ""
            }
            Rectangle {
                anchors.fill: parent
                color: Theme.clear
                border.width: thumbnail.current || tap.pressed ? Theme.strong : Theme.hair
                border.color: tap.pressed ? Theme.goldLight : Theme.line
            }
            FocusMark { shown: thumbnail.activeFocus }
            TapHandler {
                id: tap

                onTapped: thumbnail.act()
            }
        }
    }
}
