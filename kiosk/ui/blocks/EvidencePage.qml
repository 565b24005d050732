pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* Each fact with its stars: two where independent sources agree, one where one source says so, none where none does. */
Column {
    id: root

    required property PanelModel panel
    readonly property real indent: 96 * Theme.u
    readonly property real between: 30 * Theme.u

    Repeater {
        model: root.panel.evidence

        Item {
            id: fact

            required property string sentence
            required property int stars
            required property string starsText
            required property string sources

            width: root.width
            height: said.height + root.between
            Accessible.role: Accessible.StaticText
            Accessible.name: sentence + " " + starsText

            Rectangle {
                width: parent.width
                height: 1
                color: Theme.line
                opacity: Theme.quietLine
            }
            Row {
                anchors.left: parent.left
                y: root.between / 2 + (said.lineHeight - 30 * Theme.u) / 2
                spacing: 8 * Theme.u

                Repeater {
                    model: fact.stars

                    StarMark { size: 30 * Theme.u }
                }
            }
            Words {
                id: said

                anchors.right: parent.right
                y: root.between / 2
                width: parent.width - root.indent
                text: fact.sentence
                Accessible.ignored: true
            }
        }
    }
}
