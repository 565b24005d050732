pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import kiosk.ui.theme

/* The sign of a category inside a scalloped seal, as it sits on the lower edge of a plate. */
Item {
    id: root

    required property string sign
    property real size: 80 * Theme.u
    property bool chosen: false

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        anchors.fill: parent
        antialiasing: true
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: root.chosen ? Theme.gold : Theme.lapis
            strokeColor: Theme.gold
            strokeWidth: Theme.hair
            joinStyle: ShapePath.MiterJoin

            PathPolyline {
                path: {
                    const outer = root.size / 2 - 1, inner = outer * 0.86, points = [];
                    for (let i = 0; i <= 20; ++i) {
                        const r = i % 2 ? inner : outer, angle = Math.PI * i / 10 - Math.PI / 2;
                        points.push(Qt.point(root.size / 2 + r * Math.cos(angle), root.size / 2 + r * Math.sin(angle)));
                    }
                    return points;
                }
            }
        }
    }

    Sign {
        anchors.centerIn: parent
        sign: root.sign
        size: root.size * 0.5
        line: root.chosen ? Theme.ink : Theme.gold
    }
}
