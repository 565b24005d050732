import QtQuick
import kiosk.bridge
import kiosk.ui.attract
import kiosk.ui.components
import kiosk.ui.theme

/* What plays while nobody is there. Words, invitations and art shift by a few millimetres over minutes, so that nothing
   burns in; while the display sleeps nothing moves and nothing is drawn. */
Item {
    id: root

    required property AttractModel attract
    required property bool sleeping
    readonly property bool portrait: height > width
    readonly property bool overtureInFront: attract.verse === "overture"
    readonly property bool playing: visible && !sleeping
    property real drift: 0

    signal invited(string language)
    signal touchedElsewhere()

    visible: !sleeping
    Accessible.role: Accessible.Pane
    Accessible.name: attract.title
    Component.onCompleted: overture.draw()

    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }
    TapHandler {
        onTapped: root.touchedElsewhere()
    }
    Overture {
        id: overture

        anchors.fill: parent
        attract: root.attract
        playing: root.playing && root.overtureInFront
        opacity: root.overtureInFront ? 1 : 0
        visible: opacity > 0

        Behavior on opacity { NumberAnimation { duration: Theme.slow } }
    }
    Loader {
        id: moment

        anchors.fill: parent
        active: root.attract.verse === "moment" || opacity > 0
        opacity: root.overtureInFront ? 0 : 1
        visible: opacity > 0
        sourceComponent: MomentVerse {
            attract: root.attract
            playing: root.playing
            floor: root.height - invitations.y
        }

        Behavior on opacity { NumberAnimation { duration: Theme.slow } }
    }
    Connections {
        target: root.attract

        function onBeatChanged() {
            if (root.attract.verse === "moment")
                (moment.item as MomentVerse).show();
            else if (root.attract.beat === 0)
                overture.draw();
        }
    }

    // The title leads in one language; the others stand below it.
    Column {
        id: titles

        readonly property bool mirrored: root.attract.rightToLeftInFront && !root.portrait

        x: (root.portrait ? 60 : 96) * Theme.u + root.drift
        y: (root.portrait ? 92 : 82) * Theme.u + root.drift / 2
        width: root.portrait ? root.width - 120 * Theme.u : 900 * Theme.u
        spacing: 22 * Theme.u
        opacity: overture.opacity
        visible: opacity > 0
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Words {
            id: leading

            width: parent.width
            role: "display"
            script: root.attract.scriptInFront
            text: root.attract.title
            horizontalAlignment: root.portrait ? Text.AlignHCenter : titles.mirrored ? Text.AlignRight : Text.AlignLeft
            Accessible.role: Accessible.Heading

            Behavior on text {
                SequentialAnimation {
                    NumberAnimation { target: titles; property: "opacity"; to: 0; duration: Theme.calm }
                    PropertyAction {}
                    NumberAnimation { target: titles; property: "opacity"; to: overture.opacity; duration: Theme.calm }
                }
            }
        }
        Flow {
            width: parent.width
            spacing: 30 * Theme.u
            visible: !root.portrait
            layoutDirection: titles.mirrored ? Qt.RightToLeft : Qt.LeftToRight

            Repeater {
                model: root.portrait ? null : root.attract.invitations

                Other {}
            }
        }
        Repeater {
            model: root.portrait ? root.attract.invitations : null

            Other {
                width: titles.width
                horizontalAlignment: Text.AlignHCenter
            }
        }
        Words {
            width: root.portrait ? parent.width : 640 * Theme.u
            anchors.right: titles.mirrored ? parent.right : undefined
            script: root.attract.scriptInFront
            text: root.attract.subtitle
            color: Theme.ivoryDim
            horizontalAlignment: root.portrait ? Text.AlignHCenter : titles.mirrored ? Text.AlignRight : Text.AlignLeft
        }
    }

    component Other: Words {
        required property int index
        required property string title
        required script

        visible: index !== root.attract.indexInFront
        role: "title"
        scaleBy: 0.8
        text: title
        color: Theme.goldLight
        font.weight: Font.Normal
        wrapMode: Text.NoWrap
    }

    Invitations {
        id: invitations

        x: (root.portrait ? 90 : 96) * Theme.u - root.drift
        y: root.height - height - (root.portrait ? 64 : 58) * Theme.u - root.drift / 2
        attract: root.attract
        LayoutMirroring.enabled: false
        onInvited: language => root.invited(language)
    }

    // Two steps a minute are enough against burn-in, and cost two frames.
    Timer {
        property int step: 0

        interval: 30000
        running: root.playing
        repeat: true
        onTriggered: {
            step = (step + 1) % 16;
            root.drift = Math.sin(step / 16 * 2 * Math.PI) * 14 * Theme.u;
        }
    }
}
