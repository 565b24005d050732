pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import kiosk.ui.theme

/* The gold line inside the edge of a picture; its corners step in like the points of a tile star. */
Shape {
    id: root

    property real inset: 12 * Theme.u
    property real corner: 20 * Theme.u
    property color line: Theme.line

    anchors.fill: parent
    antialiasing: false
    visible: width > 0 && height > 0

    ShapePath {
        fillColor: Theme.clear
        strokeColor: root.line
        strokeWidth: Theme.hair
        joinStyle: ShapePath.MiterJoin

        PathPolyline {
            path: {
                const i = root.inset, n = root.corner, k = n * 0.42, w = root.width, h = root.height;
                return [Qt.point(i + n, i), Qt.point(w - i - n, i), Qt.point(w - i - n, i + k), Qt.point(w - i - k, i + k),
                        Qt.point(w - i - k, i + n), Qt.point(w - i, i + n), Qt.point(w - i, h - i - n),
                        Qt.point(w - i - k, h - i - n), Qt.point(w - i - k, h - i - k), Qt.point(w - i - n, h - i - k),
                        Qt.point(w - i - n, h - i), Qt.point(i + n, h - i), Qt.point(i + n, h - i - k),
                        Qt.point(i + k, h - i - k), Qt.point(i + k, h - i - n), Qt.point(i, h - i - n), Qt.point(i, i + n),
                        Qt.point(i + k, i + n), Qt.point(i + k, i + k), Qt.point(i + n, i + k), Qt.point(i + n, i)];
            }
        }
    }
}
