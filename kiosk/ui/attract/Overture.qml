pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* The turning sky: a ring of girih grows round the Earth from Baikonur outwards, its straps bend until they are orbits,
   craft move along them, and one star after the other lights up and tells a name. The art behind it stands still, so
   that only what is small moves. */
Item {
    id: root

    required property AttractModel attract
    required property bool playing
    readonly property bool portrait: height > width
    readonly property string frame: portrait ? "portrait" : "landscape"
    readonly property real artWidth: portrait ? Math.max(width, height * 1080 / 1920) : Math.max(width, height * 1920 / 1080)
    readonly property real artHeight: portrait ? artWidth * 1920 / 1080 : artWidth * 1080 / 1920
    readonly property real unit: portrait ? artWidth / 1080 : artWidth / 1920
    readonly property real drawnWidth: (portrait ? 1080 : 1920) * root.attract.artScale(Math.max(width, height))
    readonly property real drawnHeight: (portrait ? 1920 : 1080) * root.attract.artScale(Math.max(width, height))
    property bool drawn: false

    function draw() {
        drawn = false;
        drawing.restart();
    }

    Timer {
        id: drawing

        interval: Theme.quick + 40
        onTriggered: root.drawn = true
    }
    Item {
        id: art

        width: root.artWidth
        height: root.artHeight
        anchors.centerIn: parent
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Image {
            anchors.fill: parent
            source: root.attract.art(root.frame + ".jpg", Math.max(root.width, root.height))
            sourceSize: Qt.size(Math.round(root.artWidth), Math.round(root.artHeight))
            Accessible.ignored: true
        }
        Repeater {
            model: root.attract.beat >= 0 ? (root.portrait ? root.attract.tallSectors : root.attract.wideSectors) : null

            Image {
                id: sector

                required property string file
                required property real across
                required property real down
                required property int turn

                source: root.attract.art(file, Math.max(root.width, root.height))
                asynchronous: true
                opacity: root.drawn && status === Image.Ready ? 1 : 0
                Accessible.ignored: true
                x: Math.round(across * art.width)
                y: Math.round(down * art.height)
                // At the size it was drawn, to the pixel, where the art is not scaled: a scaled picture costs far more.
                width: Math.round(implicitWidth * art.width / root.drawnWidth)
                height: Math.round(implicitHeight * art.height / root.drawnHeight)

                Behavior on opacity {
                    enabled: root.drawn

                    SequentialAnimation {
                        PauseAnimation { duration: Theme.still ? 0 : sector.turn * 420 }
                        NumberAnimation { duration: Theme.slow; easing.type: Easing.InOutSine }
                    }
                }
            }
        }
        Repeater {
            model: root.attract.stars

            Item {
                id: place

                required property int index
                required property string project
                required property real across
                required property real down
                required property real tallAcross
                required property real tallDown
                readonly property bool lit: project === root.attract.project && root.attract.verse === "overture"

                x: (root.portrait ? tallAcross : across) * art.width
                y: (root.portrait ? tallDown : down) * art.height

                StarMark {
                    anchors.centerIn: parent
                    size: (place.lit ? 34 : 13 + place.index % 3 * 3) * root.unit
                    fill: place.lit ? Theme.goldLight : Theme.gold

                    Behavior on size { NumberAnimation { duration: Theme.slow } }
                }
                Rectangle {
                    anchors.centerIn: parent
                    width: 74 * root.unit
                    height: width
                    radius: width / 2
                    color: Theme.gold
                    opacity: place.lit ? 0.16 : 0
                    visible: opacity > 0
                    z: -1

                    Behavior on opacity { NumberAnimation { duration: Theme.slow } }
                }
            }
        }
        Traveller {
            source: root.attract.art("soyuz.webp", Math.max(root.width, root.height))
            width: 320 * root.unit
            height: 400 * root.unit
            radius: (root.portrait ? 1160 : 1255) * root.unit
            from: root.portrait ? 12 : 18
            to: root.portrait ? 24 : 26
            seconds: 70
        }
        Traveller {
            source: root.attract.art("satellite.webp", Math.max(root.width, root.height))
            width: 200 * root.unit
            height: 100 * root.unit
            radius: (root.portrait ? 1010 : 1090) * root.unit
            from: -7
            to: -20
            seconds: 90
        }
    }

    // Orbits pass behind the name of the star that is lit, as lines of a map do behind its names.
    Rectangle {
        readonly property real pad: 12 * Theme.u
        readonly property real spare: label.width - label.widest

        x: label.x - pad + (label.rightToLeft ? spare : 0)
        y: label.y - pad
        width: label.widest + 2 * pad
        height: label.height + 2 * pad
        color: Qt.alpha(Theme.night, Theme.plateOpacity)
        opacity: label.opacity
        visible: !root.portrait  // upright there is nothing behind them but sky
    }
    Column {
        id: label

        readonly property bool rightToLeft: root.attract.rightToLeftInFront
        readonly property real widest: Math.max(year.contentWidth, title.contentWidth)

        x: (root.portrait ? 120 : 1000) * Theme.u
        y: (root.portrait ? 668 : 40) * Theme.u
        width: root.portrait ? root.width - 240 * Theme.u : 480 * Theme.u
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        opacity: root.drawn && root.attract.project !== "" ? 1 : 0

        Behavior on opacity { NumberAnimation { duration: Theme.slow } }

        Words {
            id: year

            width: parent.width
            role: "numeral"
            script: root.attract.scriptInFront
            text: root.attract.projectYear
            color: Theme.goldLight
            horizontalAlignment: root.portrait ? Text.AlignHCenter : label.rightToLeft ? Text.AlignRight : Text.AlignLeft
            visible: text !== ""
        }
        Words {
            id: title

            width: parent.width
            script: root.attract.scriptInFront
            text: root.attract.projectTitle
            horizontalAlignment: root.portrait ? Text.AlignHCenter : label.rightToLeft ? Text.AlignRight : Text.AlignLeft
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }

    // A craft that goes slowly to and fro along an orbit; degrees from the top of the circle.
    component Traveller: Image {
        id: craft

        required property real radius
        required property real from
        required property real to
        required property real seconds
        property real angle: from
        readonly property real centreX: (root.portrait ? 540 : 1290) * root.unit
        readonly property real centreY: (root.portrait ? 2030 : 1480) * root.unit

        x: centreX + radius * Math.sin(angle * Math.PI / 180) - width / 2
        y: centreY - radius * Math.cos(angle * Math.PI / 180) - height / 2
        rotation: (from + to) / 2
        asynchronous: true
        sourceSize.width: Math.round(width)
        Accessible.ignored: true

        SequentialAnimation on angle {
            running: root.playing && !Theme.still
            loops: Animation.Infinite

            NumberAnimation { from: craft.from; to: craft.to; duration: craft.seconds * 1000; easing.type: Easing.InOutSine }
            NumberAnimation { from: craft.to; to: craft.from; duration: craft.seconds * 1000; easing.type: Easing.InOutSine }
        }
    }
}
