pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ui.theme

/* The only button. Quiet: a gold line. Chosen: gold words over a gold line (bare) or a gold field (plate).
   It answers a finger by brightening its line, and works from the keyboard. */
Item {
    id: root

    required property string label
    property string sign
    property bool chosen: false
    property bool chooses: false
    property bool bare: false
    property bool main: false
    property bool signLast: false
    property bool signOnly: sign !== "" && wordless
    property bool wordless: false
    property string script: Theme.script
    property real padding: 28 * Theme.u
    property real signSize: 40 * Theme.u
    property string hint
    readonly property bool down: tap.pressed
    readonly property bool filled: main || (chosen && !bare)
    readonly property color wordColour: filled ? Theme.ink : bare && chosen ? Theme.gold : Theme.ivory
    readonly property real wish: signOnly ? Theme.touch : content.implicitWidth + 2 * padding

    signal tapped()

    function act() {
        if (root.enabled)
            root.tapped();
    }

    implicitWidth: Math.max(Theme.touch, wish)
    implicitHeight: Theme.touch
    activeFocusOnTab: enabled && visible
    opacity: enabled ? 1 : 0.35
    Accessible.role: chooses ? Accessible.RadioButton : Accessible.Button
    Accessible.name: label
    Accessible.description: hint
    Accessible.focusable: true
    Accessible.checkable: chooses
    Accessible.checked: chosen
    Accessible.onPressAction: act()
    Accessible.onToggleAction: act()
    Keys.onReturnPressed: act()
    Keys.onEnterPressed: act()
    Keys.onSpacePressed: act()

    CutPlate {
        anchors.fill: parent
        visible: !root.bare || root.down
        fill: root.filled ? Theme.gold : Qt.alpha(root.down ? Theme.lapisLift : Theme.night, Theme.plateOpacity)
        line: root.filled || root.down ? Theme.goldLight : Theme.line
        lineWidth: root.down ? Theme.strong : Theme.hair
    }
    FocusMark { shown: root.activeFocus }
    Row {
        id: content

        readonly property bool mirrored: (root.script === "arabic") !== root.signLast

        anchors.centerIn: parent
        spacing: 16 * Theme.u
        layoutDirection: mirrored ? Qt.RightToLeft : Qt.LeftToRight
        LayoutMirroring.enabled: false

        Sign {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.sign !== ""
            sign: root.sign
            size: root.signSize
            line: root.wordColour
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.signOnly && text !== ""
            role: "label"
            script: root.script
            text: root.label
            color: root.wordColour
            wrapMode: implicitWidth > root.width - 2 * Theme.step ? Text.Wrap : Text.NoWrap
            horizontalAlignment: Text.AlignHCenter
            width: Math.min(implicitWidth, Math.max(root.width, root.implicitWidth) - 2 * Theme.step - (root.sign !== "" ? root.signSize + content.spacing : 0))
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    ChosenLine {
        visible: root.bare && root.chosen
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: content.implicitWidth
    }
    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: root.act()
    }
}
