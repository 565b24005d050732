pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import kiosk.ui.theme

/* A plate whose corners are cut at 45 degrees, the edge of a tile: fill and key line. */
Shape {
    id: root

    property real cut: Theme.cut
    property color fill: Theme.clear
    property color line: Theme.line
    property real lineWidth: Theme.hair

    antialiasing: true
    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        readonly property real half: root.lineWidth / 2

        fillColor: root.fill
        strokeColor: root.line
        strokeWidth: root.lineWidth
        joinStyle: ShapePath.MiterJoin
        startX: root.cut
        startY: half

        PathLine { x: root.width - root.cut; y: root.lineWidth / 2 }
        PathLine { x: root.width - root.lineWidth / 2; y: root.cut }
        PathLine { x: root.width - root.lineWidth / 2; y: root.height - root.cut }
        PathLine { x: root.width - root.cut; y: root.height - root.lineWidth / 2 }
        PathLine { x: root.cut; y: root.height - root.lineWidth / 2 }
        PathLine { x: root.lineWidth / 2; y: root.height - root.cut }
        PathLine { x: root.lineWidth / 2; y: root.cut }
        PathLine { x: root.cut; y: root.lineWidth / 2 }
    }
}
