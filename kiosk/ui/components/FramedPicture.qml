pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.theme

/* A picture that fills its frame: decoded at the size shown, in its own time, over a calm ground with the sign of its
   category. It fades in when it is there and over to the next one. Never mirrored. */
Item {
    id: root

    required property ExhibitModel exhibit
    required property string wide
    required property string tall
    required property string alt
    property string sign: "star"
    property real focusX: 0.5
    property real focusY: 0.5
    readonly property bool upright: width < height
    readonly property string path: upright ? tall : wide
    readonly property real aspect: upright ? 0.75 : 1.5
    readonly property real shownWidth: Math.ceil(Math.max(width, height * aspect))
    property url wanted: path !== "" && shownWidth > 1 ? exhibit.picture(path, shownWidth) : ""
    property bool second: false

    function place(share: real): int {
        return share < 0.34 ? 0 : share > 0.66 ? 2 : 1;
    }

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: alt
    Accessible.ignored: alt === ""
    onWantedChanged: {
        if (wanted.toString() === "") {
            first.source = other.source = "";
            return;
        }
        const next = second ? first : other;
        if (next.source === wanted) {
            if (next.status === Image.Ready)
                second = !second;
            return;
        }
        next.source = wanted;
    }
    Component.onCompleted: if (first.source != wanted && other.source != wanted) first.source = wanted

    component Layer: Image {
        required property bool front
        property bool here: false

        anchors.fill: parent
        asynchronous: true
        retainWhileLoading: true
        fillMode: Image.PreserveAspectCrop
        sourceSize.width: root.shownWidth
        horizontalAlignment: [Image.AlignLeft, Image.AlignHCenter, Image.AlignRight][root.place(root.focusX)]
        verticalAlignment: [Image.AlignTop, Image.AlignVCenter, Image.AlignBottom][root.place(root.focusY)]
        LayoutMirroring.enabled: false
        opacity: front && here ? 1 : 0
        visible: opacity > 0
        Accessible.ignored: true

        // At another size the picture stays until it has been decoded anew; another picture begins from nothing.
        onSourceChanged: here = status === Image.Ready

        function arrived(): bool {
            here = here || status === Image.Ready;
            return status === Image.Ready && source == root.wanted;
        }

        Behavior on opacity { NumberAnimation { duration: Theme.calm } }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.lapisHigh
        visible: !(first.opacity === 1 || other.opacity === 1)

        Seal {
            anchors.centerIn: parent
            sign: root.sign
            size: Math.min(parent.width, parent.height) * 0.42
            opacity: 0.5
        }
    }
    Layer {
        id: first

        front: !root.second
        onStatusChanged: if (arrived()) root.second = false
    }
    Layer {
        id: other

        front: root.second
        onStatusChanged: if (arrived()) root.second = true
    }
}
