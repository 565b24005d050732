pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* For whoever works on the content at this screen: what is wrong with it now, over the upper edge; a touch folds it. Left to
   right and in English, as the problems are. Visitors never see it. */
Rectangle {
    id: root

    required property DeliveryModel delivery
    property bool folded: delivery.noteCount === 0
    readonly property int shown: 5

    implicitHeight: lines.implicitHeight + 2 * Theme.step
    color: Theme.lapisDeep
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.Button
    Accessible.name: head.text
    Accessible.onPressAction: folded = !folded

    Column {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.marginNarrow
        anchors.rightMargin: Theme.marginNarrow

        Words {
            id: head

            width: parent.width
            role: "caption"
            script: "latin"
            text: root.delivery.headline
            color: root.delivery.noteCount === 0 ? Theme.ivoryDim : Theme.goldLight
        }
        Repeater {
            model: root.folded ? null : root.delivery.notes
            delegate: Words {
                required property int index
                required property string severity
                required property string place
                required property string what
                required property string remedy

                width: lines.width
                visible: index < root.shown
                role: "caption"
                script: "latin"
                text: place + "  " + what + " " + remedy
                color: severity === "error" ? Theme.pomegranateLight : Theme.ivory
                wrapMode: Text.Wrap
            }
        }
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.hair
        color: Theme.line
        opacity: Theme.quietLine
    }
    TapHandler {
        onTapped: root.folded = !root.folded
    }
}
