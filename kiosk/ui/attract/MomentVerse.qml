pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* One project fills the screen: its picture comes slowly nearer, its words drift the other way. */
Item {
    id: root

    required property AttractModel attract
    required property bool playing
    required property real floor
    readonly property bool portrait: height > width
    property bool second: false

    function show() {
        const next = second ? first : other;
        next.source = portrait ? attract.tallPicture(width) : attract.picture(width);
        second = !second;
        approach.target = next;
        if (playing && !Theme.still)
            approach.restart();
        else
            next.scale = 1.03;
        if (!Theme.still)
            drift.restart();
    }

    clip: true

    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }

    component Picture: Image {
        anchors.fill: parent
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
        sourceSize.width: root.portrait ? Math.round(Math.max(root.width, root.height * 0.75)) : root.width
        LayoutMirroring.enabled: false
        visible: opacity > 0
        Accessible.ignored: true

        Behavior on opacity { NumberAnimation { duration: Theme.slow } }
        onVisibleChanged: if (!visible && root.visible) source = ""
    }

    Picture {
        id: first

        opacity: !root.second && status === Image.Ready ? 1 : 0
    }
    Picture {
        id: other

        opacity: root.second && status === Image.Ready ? 1 : 0
    }
    NumberAnimation {
        id: approach

        property: "scale"
        from: 1
        to: 1.06
        duration: root.attract.momentSeconds * 1000 + Theme.slow
    }
    Veil {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: root.floor + words.height + 200 * Theme.u
    }
    Column {
        id: words

        property real shift: 0
        readonly property bool mirrored: root.attract.rightToLeftInFront

        x: (mirrored ? root.width - width - margin : margin) + shift * (mirrored ? -1 : 1)
        y: root.height - root.floor - height - 44 * Theme.u
        width: Math.min(root.width - 2 * margin, 1240 * Theme.u)
        spacing: 6 * Theme.u
        LayoutMirroring.enabled: mirrored
        LayoutMirroring.childrenInherit: true

        readonly property real margin: (root.portrait ? 90 : 96) * Theme.u

        Row {
            anchors.left: parent.left
            spacing: 22 * Theme.u

            Seal {
                sign: root.attract.projectSign
                size: 72 * Theme.u
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                role: "numeral"
                script: root.attract.scriptInFront
                text: root.attract.projectYear
                color: Theme.gold
                scaleBy: 1.25
                wrapMode: Text.NoWrap
            }
        }
        Words {
            anchors.left: parent.left
            room: parent.width
            role: "title"
            script: root.attract.scriptInFront
            text: root.attract.projectTitle
        }
        Words {
            anchors.left: parent.left
            room: parent.width
            role: "lead"
            script: root.attract.scriptInFront
            text: root.attract.projectSummary
            color: Theme.goldLight
        }
        Words {
            width: parent.width
            role: "caption"
            script: root.attract.scriptInFront
            text: root.attract.projectNations
            color: Theme.ivoryDim
        }
        NumberAnimation on shift {
            id: drift

            running: false
            from: 0
            to: 22 * Theme.u
            duration: root.attract.momentSeconds * 1000
        }
    }
}
