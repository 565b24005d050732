pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ui.theme

/* The numbers of a project as one calm line: large and light, words below, hairlines between, no boxes. */
Row {
    id: root

    required property QtObject numbers
    property real cell: count > 0 ? width / count : width
    readonly property int count: repeater.count

    Repeater {
        id: repeater

        model: root.numbers

        Item {
            id: number

            required property int index
            required property string value
            required property string label

            width: root.cell
            height: words.height
            Accessible.role: Accessible.StaticText
            Accessible.name: value + " " + label

            Rectangle {
                anchors.left: parent.left
                width: Theme.hair
                height: parent.height
                visible: number.index > 0
                color: Theme.gold
                opacity: Theme.highContrast ? 1 : 0.6
            }
            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: number.index > 0 ? 22 * Theme.u : 0
                anchors.right: parent.right
                anchors.rightMargin: 12 * Theme.u
                spacing: Theme.step / 2

                Words {
                    anchors.left: parent.left
                    role: "numeral"
                    text: number.value
                    color: Theme.goldLight
                    scaleBy: Math.min(1, parent.width / Math.max(1, measure.advanceWidth))
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Words {
                    width: parent.width
                    role: "caption"
                    text: number.label
                    Accessible.ignored: true
                }
            }
            TextMetrics {
                id: measure

                text: number.value + "  "
                font.family: Theme.face("numeral", Theme.script)
                font.weight: Theme.weight("numeral")
                font.pixelSize: Theme.size("numeral")
            }
        }
    }
}
