pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* One page of the story: its heading, its words or a quotation, and on the first page the one human line. */
Item {
    id: root

    required property PanelModel panel
    readonly property bool quotes: panel.pageKind === "quote"
    readonly property bool listsFacts: panel.pageKind === "facts"
    readonly property real used: (heading.visible ? heading.height + column.spacing : 0) + story.height

    Column {
        id: column

        width: parent.width
        spacing: 12 * Theme.u

        Words {
            id: heading

            width: parent.width
            visible: text !== ""
            role: "lead"
            text: root.panel.heading
            color: Theme.gold
            Accessible.role: Accessible.Heading
        }
        Words {
            id: story

            width: parent.width
            role: root.quotes ? "lead" : "body"
            text: root.quotes && root.panel.text !== ""
                  ? qsTrId("panel.quoteOpen") + root.panel.text + qsTrId("panel.quoteClose") : root.panel.text
            Accessible.role: Accessible.Paragraph
        }
        Words {
            width: parent.width
            visible: text !== ""
            role: "caption"
            text: root.panel.attribution
            color: Theme.ivoryDim
        }
        Repeater {
            model: root.listsFacts ? [root.panel.people, root.panel.asOf].filter(line => line !== "") : []

            Words {
                required property string modelData

                width: column.width
                visible: root.used + 2 * (height + column.spacing) < root.height
                role: "caption"
                text: modelData
                color: Theme.ivoryDim
            }
        }
        Row {
            width: parent.width
            spacing: 18 * Theme.u
            visible: root.panel.page === 0 && root.panel.pull !== "" && root.used + pull.height + 2 * column.spacing < root.height
            topPadding: 6 * Theme.u

            StarMark {
                y: (pull.lineHeight - size) / 2 + parent.topPadding
            }
            Words {
                id: pull

                width: parent.width - 44 * Theme.u
                role: "lead"
                text: root.panel.pull
                color: Theme.goldLight
            }
        }
    }
}
