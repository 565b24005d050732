pragma ComponentBehavior: Bound
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
    property string shownVerse: "overture"
    readonly property bool overtureShown: shownVerse === "overture"
    readonly property bool playing: visible && !sleeping
    // The title of more languages than that leaves no room for the sky; each has its turn in front, and its invitation.
    readonly property bool fewTongues: attract.languageCount <= 4
    property int driftStep: 0
    readonly property real drift: Math.sin(driftStep / 16 * 2 * Math.PI) * 14 * Theme.u

    signal invited(string language)
    signal touchedElsewhere()

    visible: !sleeping
    Accessible.role: Accessible.Pane
    Accessible.name: attract.title
    onOvertureShownChanged: if (overtureShown) overture.draw()

    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }
    TapHandler {
        onTapped: root.touchedElsewhere()
    }
    // Each verse is held only while it shows or is about to.
    Loader {
        id: overture

        anchors.fill: parent
        active: root.attract.overtureNear || root.shownVerse === "overture"
        asynchronous: !root.overtureShown
        visible: root.overtureShown
        sourceComponent: Overture {
            attract: root.attract
            playing: root.playing && root.overtureShown
        }
        onLoaded: draw()

        function draw() {
            if (item !== null)
                (item as Overture).draw();
        }
    }
    Loader {
        id: moment

        anchors.fill: parent
        active: root.attract.verse === "moment" || !root.overtureShown
        visible: !root.overtureShown
        sourceComponent: MomentVerse {
            attract: root.attract
            playing: root.playing
            floor: root.height - invitations.y
        }
    }
    Connections {
        target: root.attract

        function onBeatChanged() {
            if (root.attract.verse === "moment")
                (moment.item as MomentVerse).show();
            if (root.attract.verse !== root.shownVerse)
                eyelid.restart();
            else if (root.attract.beat === 0)
                overture.draw();
        }
    }
    // Between two verses the night closes and opens: one plain surface fades, however much stands behind it.
    SequentialAnimation {
        id: eyelid

        NumberAnimation { target: lid; property: "opacity"; to: 1; duration: Theme.slow / 2; easing.type: Easing.InSine }
        // No script: a visitor may come in the middle of it, and the screen be gone when its turn comes.
        PropertyAction { target: root; property: "shownVerse"; value: root.attract.verse }
        NumberAnimation { target: lid; property: "opacity"; to: 0; duration: Theme.slow / 2; easing.type: Easing.OutSine }
    }

    // No line runs through the words: on their side it is night.
    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: 1000 * Theme.u
        visible: root.overtureShown && !root.portrait
        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop { position: 0; color: Qt.alpha(Theme.night, Theme.dimmed) }
            GradientStop { position: titles.mirrored ? 0.8 : 0.55; color: Qt.alpha(Theme.night, Theme.plateOpacity) }
            GradientStop { position: 1; color: Qt.alpha(Theme.night, 0) }
        }
    }
    // The title leads in one language; the others stand below it.
    Column {
        id: titles

        readonly property bool mirrored: root.attract.rightToLeftInFront && !root.portrait

        x: (root.portrait ? 60 : 96) * Theme.u + root.drift
        y: (root.portrait ? 92 : 82) * Theme.u + root.drift / 2
        width: root.portrait ? root.width - 120 * Theme.u : (mirrored ? 700 : 900) * Theme.u
        spacing: 22 * Theme.u
        visible: root.overtureShown
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
        }
        Flow {
            width: parent.width
            spacing: 30 * Theme.u
            visible: !root.portrait && root.fewTongues
            layoutDirection: titles.mirrored ? Qt.RightToLeft : Qt.LeftToRight

            Repeater {
                model: root.portrait ? null : root.attract.invitations

                Other {}
            }
        }
        Repeater {
            model: root.portrait && root.fewTongues ? root.attract.invitations : null

            Other {
                width: titles.width
                horizontalAlignment: Text.AlignHCenter
            }
        }
        Words {
            width: root.portrait ? parent.width : 640 * Theme.u
            x: titles.mirrored ? titles.width - width : 0
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

    Rectangle {
        id: lid

        anchors.fill: parent
        color: Theme.night
        opacity: 0
        visible: opacity > 0
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
        interval: 30000
        running: root.playing
        repeat: true
        onTriggered: root.driftStep = (root.driftStep + 1) % 16
    }
}
