pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.theme

/* The groups of the gallery as a legend: all, and one sign each. It filters and never hides the way back. */
ListView {
    id: root

    required property ExhibitModel exhibit
    required property string category
    // What the names need, and what is left over for all alike.
    readonly property real needed: {
        let sum = 0 * names.changes;
        for (let i = 0; i < names.count; ++i)
            sum += (names.itemAt(i) as Name)?.needed ?? 0;
        return sum;
    }
    // Long names are set a little smaller rather than pushing the last group off the edge.
    readonly property real tight: Math.max(0.84, Math.min(1, width / Math.max(1, needed)))
    readonly property real oneLine: {
        let sum = 0 * names.changes;
        for (let i = 0; i < names.count; ++i)
            sum += (names.itemAt(i) as Name)?.oneLine ?? 0;
        return sum;
    }
    // In large text, and where the names have no room side by side, a name stands in two lines.
    readonly property bool wraps: Theme.largeText || oneLine * 0.84 > width + 1
    readonly property real spare: Math.max(0, (width - needed * tight) / Math.max(1, names.count))

    signal chosen(string category)

    function widthOf(name: string): real {
        const words = name.split(" ");
        let widest = metrics.advanceWidth(name);
        for (let i = 1; wraps && i < words.length; ++i)
            widest = Math.min(widest, Math.max(metrics.advanceWidth(words.slice(0, i).join(" ")), metrics.advanceWidth(words.slice(i).join(" "))));
        return Math.max(wraps ? Theme.touch : 150 * Theme.u, widest + 2 * Theme.step);
    }

    implicitHeight: 122 * Theme.u + (wraps ? type.lineHeight : 0)
    orientation: ListView.Horizontal
    interactive: needed * tight > width + 1
    boundsBehavior: Flickable.StopAtBounds
    clip: interactive
    model: exhibit.categories
    Accessible.role: Accessible.List

    component Name: Item {
        required property string name
        readonly property real needed: root.widthOf(name)
        readonly property real oneLine: Math.max(150 * Theme.u, metrics.advanceWidth(name) + 2 * Theme.step)
    }

    FontMetrics {
        id: metrics

        font: type.font
    }
    Words {
        id: type

        visible: false
        role: "caption"
        scaleBy: Theme.largeText ? 0.76 : 1
        font.weight: Theme.weight("label")
    }
    Repeater {
        id: names

        property int changes: 0

        model: root.exhibit.categories
        onItemAdded: ++changes

        Name {}
    }

    delegate: Item {
        id: group

        required property int index
        required property string id
        required property string sign
        required property string name
        required property int count
        readonly property bool isChosen: id === root.category

        function choose() {
            root.chosen(group.id);
        }

        width: root.widthOf(name) * root.tight + root.spare
        height: root.height
        activeFocusOnTab: true
        Accessible.role: Accessible.RadioButton
        Accessible.name: name
        Accessible.focusable: true
        Accessible.checkable: true
        Accessible.checked: isChosen
        Accessible.onPressAction: choose()
        Accessible.onToggleAction: choose()
        Keys.onReturnPressed: choose()
        Keys.onEnterPressed: choose()
        Keys.onSpacePressed: choose()

        Rectangle {
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: 1
            height: parent.height * 0.5
            visible: group.index > 0
            color: Theme.line
            opacity: Theme.quietLine
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: 4 * Theme.u
            color: Theme.lapisLift
            visible: tap.pressed
        }
        Seal {
            id: seal

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            size: 56 * Theme.u
            sign: group.sign
            visible: group.id !== ""
            chosen: group.isChosen
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: seal.verticalCenter
            visible: group.id === ""
            role: "numeral"
            text: root.exhibit.language !== "" ? root.exhibit.number(group.count) : ""
            color: Theme.gold
            Accessible.ignored: true
        }
        Words {
            id: label

            anchors.top: seal.bottom
            anchors.topMargin: 2 * Theme.u
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - Theme.step
            horizontalAlignment: Text.AlignHCenter
            role: "caption"
            scaleBy: type.scaleBy * (root.tight < 1 ? root.tight * 0.97 : 1)
            font.weight: Theme.weight("label")
            text: group.name
            color: group.isChosen ? Theme.gold : Theme.ivory
            maximumLineCount: root.wraps ? 2 : 1
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        ChosenLine {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 4 * Theme.u
            width: Math.min(parent.width - 4 * Theme.step, 190 * Theme.u)
            visible: group.isChosen
        }
        FocusMark {
            anchors.margins: 2 * Theme.u
            shown: group.activeFocus
        }
        TapHandler {
            id: tap

            onTapped: group.choose()
        }
    }
}
