pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ui.theme

/* The picture that a visitor touched grows from its plate to its panel along an arc. A picture of the plate flies, so
   nothing waits for the panel; without motion, nothing flies. */
Item {
    id: root

    property rect from
    property url picture

    function take(art: Item) {
        if (Theme.still || art === null)
            return;
        const corner = art.mapToItem(root, 0, 0);
        from = Qt.rect(corner.x, corner.y, art.width, art.height);
        art.grabToImage(result => {
            if (flyer.visible)
                picture = result.url;
        }, Qt.size(art.width, art.height));
        flyer.visible = true;
    }
    function land(art: Item) {
        if (!flyer.visible || art === null)
            return;
        const corner = art.mapToItem(root, 0, 0);
        flyer.to = Qt.rect(corner.x, corner.y, art.width, art.height);
        flight.restart();
    }

    Accessible.ignored: true

    Image {
        id: flyer

        property rect to
        property real share: 0

        visible: false
        source: root.picture
        fillMode: Image.PreserveAspectCrop
        opacity: share < 0.7 ? 1 : (1 - share) / 0.3
        x: root.from.x + (to.x - root.from.x) * share
        y: root.from.y + (to.y - root.from.y) * share - Math.sin(Math.PI * share) * 40 * Theme.u
        width: root.from.width + (to.width - root.from.width) * share
        height: root.from.height + (to.height - root.from.height) * share
    }
    NumberAnimation {
        id: flight

        target: flyer
        property: "share"
        from: 0
        to: 1
        duration: Theme.slow * 0.7
        easing.type: Easing.InOutSine
        onStopped: {
            flyer.visible = false;
            flyer.share = 0;
            root.picture = "";
        }
    }
}
