pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ui.components
import kiosk.ui.theme

/* What visitors see where nothing else can be shown: kind, in every language it was given, with a code that staff can
   read out over the telephone. */
Rectangle {
    id: root

    required property string code
    required property list<string> titles
    required property list<string> texts
    required property list<string> scripts

    color: Theme.night
    Accessible.role: Accessible.Pane
    Accessible.name: titles.join(" ")

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 1300 * Theme.u)
        spacing: 44 * Theme.u

        StarMark {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 90 * Theme.u
        }
        Repeater {
            model: root.titles.length

            Column {
                id: tongue

                required property int index

                width: parent.width
                spacing: 6 * Theme.u

                Words {
                    width: parent.width
                    role: "title"
                    scaleBy: 0.86
                    script: root.scripts[tongue.index]
                    text: root.titles[tongue.index]
                    horizontalAlignment: Text.AlignHCenter
                }
                Words {
                    width: parent.width
                    script: root.scripts[tongue.index]
                    text: root.texts[tongue.index]
                    color: Theme.ivoryDim
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
        Words {
            width: parent.width
            role: "label"
            script: "latin"
            text: root.code
            color: Theme.gold
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
