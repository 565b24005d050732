pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import kiosk.bridge
import kiosk.ui.theme

/* For staff: content is on its way, waits for a pause, or was refused. A small ring without words that a visitor hardly
   sees. Takes no touch; moves only as the work does. */
Item {
    id: root

    required property DeliveryModel delivery
    readonly property bool working: ["copying", "checking", "rendering"].indexOf(delivery.stage) >= 0
    readonly property bool refused: delivery.stage === "refused"
    readonly property bool taken: delivery.stage === "waiting" || delivery.stage === "unchanged"

    implicitWidth: Theme.ring
    implicitHeight: Theme.ring
    visible: delivery.stage !== ""
    Accessible.ignored: true

    Shape {
        anchors.fill: parent

        // Its own night behind it: it must be seen on a bright picture too.
        ShapePath {
            strokeColor: Theme.clear
            fillColor: Theme.night

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2
                radiusY: radiusX
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: root.refused ? Theme.pomegranateLight : Theme.gold
            strokeWidth: Theme.strong
            fillColor: Theme.clear
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - Theme.strong
                radiusY: radiusX
                startAngle: -90
                sweepAngle: root.working ? 360 * Math.max(0.03, root.delivery.progress) : 360
            }
        }
        ShapePath {
            strokeColor: Theme.gold
            strokeWidth: root.working ? Theme.strong / 2 : 0
            fillColor: Theme.clear

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - Theme.strong * 2
                radiusY: radiusX
                sweepAngle: root.working ? 360 : 0
            }
        }
        // A tick where it was taken, a bar where it was refused.
        ShapePath {
            strokeColor: root.refused ? Theme.pomegranateLight : root.taken ? Theme.gold : Theme.clear
            strokeWidth: Theme.strong
            fillColor: Theme.clear
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            startX: root.width * 0.3
            startY: root.height * 0.5

            PathLine { x: root.width * (root.refused ? 0.5 : 0.45); y: root.height * (root.refused ? 0.5 : 0.65) }
            PathLine { x: root.width * 0.7; y: root.height * (root.refused ? 0.5 : 0.36) }
        }
    }
}
