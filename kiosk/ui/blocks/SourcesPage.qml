pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* The sources themselves: who published, what, and when it was read. */
Column {
    id: root

    required property PanelModel panel
    readonly property real between: 30 * Theme.u

    Repeater {
        model: root.panel.sources

        Item {
            id: source

            required property string publisher
            required property string title
            required property string detail

            width: root.width
            height: lines.height + root.between

            Rectangle {
                width: parent.width
                height: 1
                color: Theme.line
                opacity: Theme.quietLine
            }
            Column {
                id: lines

                y: root.between / 2
                width: parent.width

                Words {
                    width: parent.width
                    text: source.publisher
                }
                Words {
                    width: parent.width
                    visible: text !== ""
                    role: "caption"
                    text: source.title !== "" && source.detail !== "" ? source.title + " · " + source.detail : source.title + source.detail
                    color: Theme.ivoryDim
                }
            }
        }
    }
}
