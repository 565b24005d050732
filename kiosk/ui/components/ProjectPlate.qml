pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.theme

/* A picture on the wall with its label below it, as in a museum. The whole plate is the target. */
Item {
    id: root

    required property ExhibitModel exhibit
    required property string project
    required property string sign
    required property string title
    required property string summary
    required property string pull
    required property string year
    required property string nations
    required property string standing
    required property string standingText
    required property string wide
    required property string tall
    required property string alt
    readonly property bool tellsStanding: ["lost", "unconfirmed", "planned", "unfinished", "not-carried-out"].includes(standing)
    property bool broad: false
    property real artHeight: 460 * Theme.u
    property bool brief: false
    readonly property Item art: frame

    signal opened()

    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: [title, year, nations, summary].filter(words => words !== "").join(". ")
    Accessible.description: qsTrId("gallery.open")
    Accessible.focusable: true
    Accessible.onPressAction: opened()
    Keys.onReturnPressed: opened()
    Keys.onEnterPressed: opened()
    Keys.onSpacePressed: opened()

    Item {
        id: frame

        width: parent.width
        height: root.artHeight

        FramedPicture {
            anchors.fill: parent
            exhibit: root.exhibit
            wide: root.wide
            tall: root.tall
            sign: root.sign
            alt: ""
        }
        Keyline { line: tap.pressed ? Theme.goldLight : Theme.line }
        Rectangle {
            anchors.fill: parent
            color: Theme.clear
            border.width: tap.pressed ? Theme.strong : Theme.hair
            border.color: tap.pressed ? Theme.goldLight : Theme.line
        }
        FocusMark { shown: root.activeFocus }
    }
    Seal {
        id: seal

        anchors.left: parent.left
        anchors.leftMargin: 22 * Theme.u
        anchors.verticalCenter: frame.bottom
        sign: root.sign
    }
    Words {
        anchors.left: seal.right
        anchors.leftMargin: 16 * Theme.u
        anchors.bottom: seal.bottom
        anchors.bottomMargin: -14 * Theme.u
        role: "numeral"
        text: root.year
        color: Theme.gold
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Column {
        id: label

        anchors.top: seal.bottom
        anchors.topMargin: 10 * Theme.u
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 3 * Theme.u

        Words {
            width: parent.width
            role: "label"
            text: root.title
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            role: "caption"
            text: [root.nations, root.tellsStanding ? root.standingText : ""].filter(words => words !== "").join(" · ")
            visible: text !== ""
            color: Theme.ivoryDim
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: root.broad && !root.brief && text !== ""
            role: "lead"
            scaleBy: 0.86
            text: root.pull
            color: Theme.goldLight
            maximumLineCount: 1
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    TapHandler {
        id: tap

        onTapped: root.opened()
    }
}
