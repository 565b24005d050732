pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import kiosk.ui.theme

/* A small eight-pointed star, {8/3}: the sign of one project in the sky, and of evidence. */
Item {
    id: root

    property real size: 26 * Theme.u
    property color fill: Theme.gold

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        anchors.centerIn: parent
        width: root.size
        height: root.size
        antialiasing: true
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: root.fill
            strokeColor: Theme.clear
            strokeWidth: 0

            PathPolyline {
                path: {
                    const outer = root.size / 2, inner = outer * 0.54, points = [];
                    for (let i = 0; i <= 16; ++i) {
                        const r = i % 2 ? inner : outer, angle = Math.PI * i / 8 + Math.PI / 8;
                        points.push(Qt.point(outer + r * Math.cos(angle), outer + r * Math.sin(angle)));
                    }
                    return points;
                }
            }
        }
    }
}
