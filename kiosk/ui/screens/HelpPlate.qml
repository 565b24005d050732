pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* Help for seeing and reaching: four choices that last for the visit. It stands above the sill, within reach. */
Item {
    id: root

    required property VisitModel visit
    required property real room
    required property bool portrait
    readonly property int columns: portrait ? 1 : 2

    width: Math.min(room, (portrait ? 900 : 1160) * Theme.u)
    height: content.height + 2 * Theme.gutter + 24 * Theme.u
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTrId("help.title")

    MultiPointTouchArea { anchors.fill: parent }
    CutPlate {
        anchors.fill: parent
        cut: 26 * Theme.u
        fill: Theme.lapisHigh
        line: Theme.gold
    }
    component Choice: TouchPlate {
        id: choice

        required property bool on

        width: (content.width - (root.columns - 1) * Theme.gap) / root.columns
        chooses: true
        chosen: on
        hint: on ? qsTrId("help.on") : qsTrId("help.off")
    }
    Column {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gutter + 12 * Theme.u
        spacing: Theme.gap

        Words {
            width: parent.width
            role: "lead"
            text: qsTrId("help.title")
            color: Theme.gold
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            role: "caption"
            text: qsTrId("help.text")
            color: Theme.ivoryDim
        }
        Grid {
            columns: root.columns
            spacing: Theme.gap

            Choice {
                label: qsTrId("help.largeText")
                sign: "letters"
                on: root.visit.largeText
                onTapped: root.visit.chooseLargeText(!on)
            }
            Choice {
                label: qsTrId("help.highContrast")
                sign: "contrast"
                on: root.visit.highContrast
                onTapped: root.visit.chooseHighContrast(!on)
            }
            Choice {
                label: qsTrId("help.reducedMotion")
                sign: "motion"
                on: root.visit.reducedMotion
                onTapped: root.visit.chooseReducedMotion(!on)
            }
            Choice {
                label: qsTrId("help.reach")
                sign: "reach"
                on: root.visit.reach
                onTapped: root.visit.chooseReach(!on)
            }
        }
        TouchPlate {
            anchors.horizontalCenter: parent.horizontalCenter
            label: qsTrId("help.done")
            sign: "chosen"
            onTapped: root.visit.askForHelp(false)
        }
    }
}
