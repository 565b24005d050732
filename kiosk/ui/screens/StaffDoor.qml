pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* The way out for staff: a gesture nobody makes by chance (the four corners in turn), then a PIN. With no PIN set there
   is no way out by touch, and this shows nothing. */
Item {
    id: root

    required property MachineModel machine
    readonly property real corner: 20 * Theme.mm

    // Sees fingers in the corners, takes none.
    PointHandler {
        onActiveChanged: {
            if (!active)
                return;
            const at = point.position, left = at.x < root.corner, right = at.x > root.width - root.corner;
            const top = at.y < root.corner, bottom = at.y > root.height - root.corner;
            root.machine.cornerTouched((left || right) && (top || bottom) ? (top ? "top" : "bottom") + (left ? "-left" : "-right") : "");
        }
    }
    Loader {
        anchors.fill: parent
        active: root.machine.asksForPin
        sourceComponent: Rectangle {
            color: Qt.alpha(Theme.night, Theme.dimmed)

            MultiPointTouchArea { anchors.fill: parent }
            Column {
                anchors.centerIn: parent
                spacing: Theme.gap

                Words {
                    anchors.horizontalCenter: parent.horizontalCenter
                    role: "lead"
                    text: qsTrId("staff.pin")
                    color: Theme.gold
                }
                Words {
                    anchors.horizontalCenter: parent.horizontalCenter
                    role: "numeral"
                    script: "latin"
                    text: "•".repeat(root.machine.pinLength) || " "
                    Accessible.ignored: true
                }
                Words {
                    anchors.horizontalCenter: parent.horizontalCenter
                    role: "caption"
                    text: root.machine.pinAnswer === "" ? " " : qsTrId("staff." + root.machine.pinAnswer)
                    color: Theme.pomegranateLight
                }
                Grid {
                    columns: 3
                    spacing: Theme.gap
                    LayoutMirroring.enabled: false

                    Repeater {
                        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                        TouchPlate {
                            required property string modelData

                            width: 150 * Theme.u
                            label: modelData
                            script: "latin"
                            onTapped: root.machine.pinDigit(label)
                        }
                    }
                    TouchPlate {
                        width: 150 * Theme.u
                        label: qsTrId("staff.cancel")
                        sign: "close"
                        wordless: true
                        onTapped: root.machine.pinCancel()
                    }
                    TouchPlate {
                        width: 150 * Theme.u
                        label: "0"
                        script: "latin"
                        onTapped: root.machine.pinDigit(label)
                    }
                    TouchPlate {
                        width: 150 * Theme.u
                        label: qsTrId("staff.erase")
                        sign: "back"
                        wordless: true
                        onTapped: root.machine.pinErase()
                    }
                }
            }
        }
    }
}
