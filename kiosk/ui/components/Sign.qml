pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import kiosk.ui.theme

/* One of the exhibit's signs, stroked in any colour and size; signs that point are mirrored with the reading direction. */
Item {
    id: root

    required property string sign
    property real size: 40 * Theme.u
    property color line: Theme.ivory
    property real lineWidth: Math.max(1.4, (Theme.highContrast ? 3.4 : 2.4) * Theme.u)

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        anchors.centerIn: parent
        width: 48
        height: 48
        antialiasing: true
        preferredRendererType: Shape.CurveRenderer
        transform: Scale {
            origin.x: 24
            origin.y: 24
            xScale: root.size / 48 * (Theme.rightToLeft && Signs.directional.includes(root.sign) ? -1 : 1)
            yScale: root.size / 48
        }

        ShapePath {
            fillColor: Theme.clear
            strokeColor: root.line
            strokeWidth: root.lineWidth * 48 / Math.max(1, root.size)
            joinStyle: ShapePath.RoundJoin
            capStyle: ShapePath.RoundCap

            PathSvg { path: Signs.path(root.sign) }
        }
    }
}
