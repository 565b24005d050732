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

    width: room > 0 && evening.item !== null ? (evening.item as Evening).best : room > 0 ? room : implicitWidth
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

    // Lines of about the same length, so that no last word stands alone; never more of them than there must be.
    Loader {
        id: evening

        active: root.room > 0
        visible: false
        sourceComponent: Evening {}
    }

    component Evening: Item {
        readonly property real even: Math.min(root.room, Math.ceil(measure.advanceWidth / whole.lineCount * 1.1) + root.font.pixelSize)
        readonly property bool fits: narrow.lineCount <= whole.lineCount && narrow.contentWidth <= even
        readonly property real best: fits ? even : root.room

        Trial {
            id: whole

            width: root.room
        }
        Trial {
            id: narrow

            width: parent.even
            wrapMode: Text.WordWrap  // a word that needs more than this is not broken, it stands out
        }
        TextMetrics {
            id: measure

            text: root.text
            font: root.font
        }
    }
    component Trial: Text {
        text: root.text
        textFormat: root.textFormat
        wrapMode: root.wrapMode
        font: root.font
    }
}
