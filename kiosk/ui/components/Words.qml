pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ui.theme

/* Text in one of the roles of the exhibit's type. Its alignment is left to its own script, so that words of another
   direction stand where their readers look for them. */
Text {
    id: root

    property string role: "body"
    property string script: Theme.script
    property real scaleBy: 1
    property real room: 0
    readonly property real balance: 1.1

    // Lines of about the same length, so that no last word stands alone.
    width: room > 0 ? Math.min(room, Math.ceil(measure.advanceWidth / Math.max(1, Math.ceil(measure.advanceWidth / room)) * balance) + font.pixelSize) : implicitWidth
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    color: Theme.ivory
    renderType: Text.NativeRendering
    font.family: Theme.faceFor(role, script, text)
    font.weight: Theme.weight(role)
    font.pixelSize: Math.max(1, Math.round(Theme.size(role) * scaleBy))
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(font.pixelSize * Theme.leading(role, script))
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""

    TextMetrics {
        id: measure

        text: root.room > 0 ? root.text : ""
        font: root.font
    }
}
