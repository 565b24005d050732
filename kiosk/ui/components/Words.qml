import QtQuick
import kiosk.ui.theme

/* Text in one of the roles of the exhibit's type. Its alignment is left to its own script, so that words of another
   direction stand where their readers look for them. */
Text {
    id: root

    property string role: "body"
    property string script: Theme.script
    property real scaleBy: 1

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
}
