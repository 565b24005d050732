pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* The last page of a panel: where to travel on. */
Column {
    id: root

    required property VisitModel visit
    required property ExhibitModel exhibit
    required property PanelModel panel
    readonly property int shown: Math.max(1, Math.min(count.count, Math.floor((height - head.height) / (Theme.touch + 2 * Theme.gap))))
    readonly property real row: Math.min(150 * Theme.u, (height - head.height) / shown - Theme.gap)

    spacing: Theme.gap

    Words {
        id: head

        width: parent.width
        role: "lead"
        text: qsTrId("panel.travelOn")
        color: Theme.gold
        Accessible.role: Accessible.Heading
    }
    Repeater {
        id: count

        model: root.panel.related

        Item {
            id: plate

            required property int index
            required property string project
            required property string sign
            required property string title
            required property string year
            required property string nations
            required property string wide
            required property string tall

            function act() {
                root.visit.open(plate.project);
            }

            width: root.width
            height: visible ? root.row : 0
            visible: index < root.shown
            activeFocusOnTab: true
            Accessible.role: Accessible.Button
            Accessible.name: [title, year, nations].filter(words => words !== "").join(". ")
            Accessible.focusable: true
            Accessible.onPressAction: act()
            Keys.onReturnPressed: act()
            Keys.onEnterPressed: act()
            Keys.onSpacePressed: act()

            FramedPicture {
                id: picture

                anchors.left: parent.left
                width: height * 1.5
                height: parent.height
                exhibit: root.exhibit
                wide: plate.wide
                tall: plate.tall
                sign: plate.sign
                alt: ""
            }
            Rectangle {
                anchors.fill: picture
                color: Theme.clear
                border.width: tap.pressed ? Theme.strong : Theme.hair
                border.color: tap.pressed ? Theme.goldLight : Theme.line
            }
            Column {
                anchors.left: picture.right
                anchors.leftMargin: 22 * Theme.u
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                Words {
                    id: called

                    width: parent.width
                    role: "label"
                    text: plate.title
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                Words {
                    width: parent.width
                    role: "caption"
                    text: plate.year !== "" && plate.nations !== "" ? plate.year + " · " + plate.nations : plate.year + plate.nations
                    color: Theme.ivoryDim
                    maximumLineCount: 4 - called.lineCount
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
            }
            FocusMark { shown: plate.activeFocus }
            TapHandler {
                id: tap

                onTapped: plate.act()
            }
        }
    }
}
