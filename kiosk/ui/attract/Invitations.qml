pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* The invitations never leave: one in each language, which starts in that language. More than three become shorter. */
Grid {
    id: root

    required property AttractModel attract
    readonly property bool portrait: parent !== null && parent.height > parent.width
    readonly property int count: invitations.count
    readonly property bool brief: count > 3
    readonly property real room: (parent !== null ? parent.width : 0) - 2 * (portrait ? 90 : 96) * Theme.u

    signal invited(string language)

    columns: portrait ? (brief ? 2 : 1) : brief ? Math.min(count, 4) : Math.max(1, count)
    spacing: (portrait ? 24 : 28) * Theme.u

    Repeater {
        id: invitations

        model: root.attract.invitations

        Item {
            id: plate

            required property string code
            required property string name
            required property string script
            required property bool rightToLeft
            required property string invitation

            function act() {
                root.invited(plate.code);
            }

            width: (root.room - (root.columns - 1) * root.spacing) / root.columns
            height: Math.max(Theme.touch, (root.brief ? 104 : root.portrait ? 138 : 168) * Theme.u)
            activeFocusOnTab: true
            LayoutMirroring.enabled: rightToLeft
            LayoutMirroring.childrenInherit: true
            Accessible.role: Accessible.Button
            Accessible.name: invitation + ". " + name
            Accessible.focusable: true
            Accessible.onPressAction: act()
            Keys.onReturnPressed: act()
            Keys.onEnterPressed: act()
            Keys.onSpacePressed: act()

            CutPlate {
                anchors.fill: parent
                cut: 26 * Theme.u
                fill: Qt.alpha(tap.pressed ? Theme.lapisLift : Theme.night, 0.88)
                line: tap.pressed ? Theme.goldLight : Theme.line
                lineWidth: tap.pressed ? Theme.strong : Theme.hair
            }
            CutPlate {
                anchors.fill: parent
                anchors.margins: 8 * Theme.u
                cut: 22 * Theme.u
                line: Qt.alpha(Theme.line, Theme.quietLine)
                lineWidth: 1
                visible: !root.brief
            }
            StarMark {
                id: star

                anchors.left: parent.left
                anchors.leftMargin: 32 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                size: (root.brief ? 52 : 78) * Theme.u

                Sign {
                    anchors.centerIn: parent
                    anchors.verticalCenterOffset: 4 * Theme.u
                    sign: "hand"
                    size: star.size * 0.46
                    line: Theme.ink
                }
            }
            Column {
                anchors.left: star.right
                anchors.leftMargin: 26 * Theme.u
                anchors.right: parent.right
                anchors.rightMargin: 24 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2 * Theme.u

                Words {
                    anchors.left: parent.left
                    room: parent.width
                    visible: !root.brief
                    role: "lead"
                    script: plate.script
                    text: plate.invitation
                    maximumLineCount: root.portrait ? 1 : 2
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                Words {
                    width: parent.width
                    role: root.brief ? "label" : "caption"
                    script: plate.script
                    text: plate.name
                    color: Theme.gold
                    Accessible.ignored: true
                }
            }
            FocusMark { shown: plate.activeFocus }
            TapHandler {
                id: tap

                onTapped: plate.act()
            }
        }
    }
}
