pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* One picture over the whole screen: pinch or buttons bring it closer, a finger moves it. Never mirrored. */
Rectangle {
    id: root

    required property VisitModel visit
    required property ExhibitModel exhibit
    required property PanelModel panel
    readonly property real nearest: 5
    readonly property real magnified: picture.scale

    function zoom(factor: real) {
        const to = Math.max(1, Math.min(nearest, picture.scale * factor));
        closer.to = to;
        closer.restart();
        if (to === 1)
            centre.restart();
    }
    function hold() {
        const overX = Math.max(0, (picture.width * picture.scale - root.width) / 2);
        const overY = Math.max(0, (picture.height * picture.scale - root.height) / 2);
        picture.x = Math.max(-overX, Math.min(overX, picture.x));
        picture.y = Math.max(-overY, Math.min(overY, picture.y));
    }

    color: Theme.night
    clip: true
    Accessible.role: Accessible.Pane
    Accessible.name: panel.enlargedAlt

    Image {
        id: picture

        width: parent.width
        height: parent.height
        source: root.panel.enlargedFile !== "" ? root.exhibit.picture(root.panel.enlargedFile, root.width * 1.5) : ""
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        sourceSize.width: Math.ceil(root.width * 1.5)
        smooth: true
        Accessible.role: Accessible.Graphic
        Accessible.name: root.panel.enlargedAlt
        onSourceChanged: {
            scale = 1;
            x = 0;
            y = 0;
        }
    }
    NumberAnimation {
        id: closer

        target: picture
        property: "scale"
        duration: Theme.calm
        easing.type: Easing.InOutCubic
        onFinished: root.hold()
    }
    ParallelAnimation {
        id: centre

        NumberAnimation { target: picture; property: "x"; to: 0; duration: Theme.calm }
        NumberAnimation { target: picture; property: "y"; to: 0; duration: Theme.calm }
    }
    PinchHandler {
        target: picture
        minimumRotation: 0
        maximumRotation: 0
        minimumScale: 1
        maximumScale: root.nearest
        onActiveChanged: if (!active) root.hold()
    }
    DragHandler {
        target: picture
        enabled: picture.scale > 1.01
        onActiveChanged: if (!active) root.hold()
    }
    TapHandler {
        onDoubleTapped: root.zoom(picture.scale > 1.5 ? 1 / root.nearest : 2)
    }
    Veil {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: controls.height + 84 * Theme.u
    }
    Item {
        id: controls

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 48 * Theme.u
        height: stack ? words.height + Theme.gutter + Theme.touch : Math.max(Theme.touch, words.height)

        readonly property bool stack: root.height > root.width

        Column {
            id: words

            anchors.left: parent.left
            anchors.top: parent.top
            width: controls.stack ? parent.width : parent.width - buttons.width - 2 * Theme.gutter

            Words {
                width: parent.width
                role: "label"
                text: root.panel.enlargedCaption
                maximumLineCount: 3
                elide: Text.ElideRight
            }
            Words {
                width: parent.width
                role: "caption"
                text: root.panel.enlargedCredit
                color: Theme.ivoryDim
            }
        }
        Row {
            id: buttons

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: Theme.gap

            TouchPlate {
                label: qsTrId("picture.away")
                sign: "away"
                wordless: true
                enabled: picture.scale > 1.01
                onTapped: root.zoom(1 / 1.6)
            }
            TouchPlate {
                label: qsTrId("picture.closer")
                sign: "closer"
                wordless: true
                enabled: picture.scale < root.nearest - 0.01
                onTapped: root.zoom(1.6)
            }
            TouchPlate {
                label: qsTrId("picture.whole")
                sign: "whole"
                wordless: true
                enabled: picture.scale > 1.01
                onTapped: root.zoom(1 / root.nearest)
            }
            TouchPlate {
                label: qsTrId("picture.close")
                sign: "close"
                main: true
                wordless: true
                onTapped: root.visit.enlarge("")
            }
        }
    }
}
