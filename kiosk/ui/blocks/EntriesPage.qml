pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* A page that lists: terms with their meaning, or years with what happened. An entry that a project tells more about
   leads on to it. */
Item {
    id: root

    required property VisitModel visit
    required property PanelModel panel
    readonly property bool events: panel.pageKind === "events"
    readonly property real indent: 150 * Theme.u
    readonly property real arrow: 64 * Theme.u
    readonly property real between: 34 * Theme.u
    readonly property real least: Theme.touch + Theme.gap

    Column {
        width: parent.width

        Words {
            id: heading

            width: parent.width
            visible: text !== ""
            role: "lead"
            text: root.panel.heading
            color: Theme.gold
            height: lineCount * lineHeight + 12 * Theme.u  // as it was measured for the pages
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: root.panel.entries

            Item {
                id: entry

                required property string name
                required property string text
                required property string project
                readonly property bool leads: project !== ""
                readonly property int lines: said.lineCount + (root.events ? 0 : called.lineCount)

                function act() {
                    if (leads)
                        root.visit.open(entry.project);
                }

                width: root.width
                height: Math.max(leads ? root.least : 0, lines * said.lineHeight + root.between)
                activeFocusOnTab: leads && visible
                Accessible.role: leads ? Accessible.Button : Accessible.StaticText
                Accessible.name: name + ". " + text
                Accessible.focusable: leads
                Accessible.onPressAction: act()
                Keys.onReturnPressed: act()
                Keys.onEnterPressed: act()
                Keys.onSpacePressed: act()

                Rectangle {
                    width: parent.width
                    height: Theme.hair
                    color: Theme.line
                    opacity: Theme.quietLine
                }
                Rectangle {
                    anchors.fill: parent
                    anchors.margins: 4 * Theme.u
                    color: Theme.lapisLift
                    visible: tap.pressed
                }
                Column {
                    id: words

                    anchors.left: parent.left
                    anchors.leftMargin: root.events ? root.indent : 0
                    anchors.right: parent.right
                    anchors.rightMargin: entry.leads ? root.arrow : 0
                    anchors.verticalCenter: parent.verticalCenter

                    Words {
                        id: called

                        width: parent.width
                        visible: !root.events
                        text: entry.name
                        color: Theme.goldLight
                        Accessible.ignored: true
                    }
                    Words {
                        id: said

                        width: parent.width
                        text: entry.text
                        Accessible.ignored: true
                    }
                }
                Words {
                    anchors.left: parent.left
                    y: words.y + (said.lineHeight - height) / 2
                    visible: root.events
                    role: "lead"
                    text: entry.name
                    color: Theme.gold
                    Accessible.ignored: true
                }
                Sign {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: entry.leads
                    sign: "onward"
                    size: 36 * Theme.u
                    line: Theme.gold
                }
                FocusMark { shown: entry.activeFocus }
                TapHandler {
                    id: tap

                    enabled: entry.leads
                    gesturePolicy: TapHandler.ReleaseWithinBounds
                    onTapped: entry.act()
                }
            }
        }
    }
}
