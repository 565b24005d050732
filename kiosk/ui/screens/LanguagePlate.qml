pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* All languages, where they are more than the sill can hold. */
Item {
    id: root

    required property VisitModel visit
    required property ExhibitModel exhibit
    required property real room

    signal done()

    width: Math.min(room, 1160 * Theme.u)
    height: flow.height + 2 * Theme.gutter + 24 * Theme.u
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTrId("sill.languages")

    MultiPointTouchArea { anchors.fill: parent }
    CutPlate {
        anchors.fill: parent
        cut: 26 * Theme.u
        fill: Theme.lapisHigh
        line: Theme.gold
    }
    Flow {
        id: flow

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gutter + 12 * Theme.u
        spacing: Theme.gap

        Repeater {
            model: root.exhibit.tongues

            TouchPlate {
                required property string code
                required property string name
                required script

                label: name
                width: Math.max(implicitWidth, 240 * Theme.u)
                chooses: true
                chosen: code === root.exhibit.language
                onTapped: {
                    root.visit.chooseLanguage(code);
                    root.done();
                }
            }
        }
    }
}
