pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* The projects as pictures on a wall: a frieze to wander along where the panel lies, a wall of two columns where it
   stands. Part of the next plate always shows, and buttons do what a swipe does. */
Item {
    id: root

    required property VisitModel visit
    required property ExhibitModel exhibit
    readonly property bool portrait: height > width
    readonly property real edge: portrait ? Theme.marginNarrow : Theme.margin
    readonly property Frieze frieze: friezeLoader.item as Frieze
    readonly property Wall wall: wallLoader.item as Wall

    signal wantsPanel(string project, Item art)

    function settle(place: real) {
        if (Math.abs(place - visit.galleryPlace) > 0.01)
            visit.rest(place);
    }

    Accessible.role: Accessible.Pane
    Accessible.name: heading.text

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.lapisDeep }
            GradientStop { position: 1; color: Theme.lapis }
        }
    }
    Words {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: root.edge
        anchors.top: parent.top
        anchors.topMargin: 38 * Theme.u
        role: "title"
        text: root.exhibit.galleryTitle
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
    }
    Words {
        anchors.left: root.portrait ? heading.left : heading.right
        anchors.leftMargin: root.portrait ? 0 : Theme.gutter
        anchors.right: parent.right
        anchors.rightMargin: root.edge
        anchors.top: root.portrait ? heading.bottom : undefined
        anchors.bottom: root.portrait ? undefined : heading.bottom
        anchors.bottomMargin: 8 * Theme.u
        role: "caption"
        text: qsTrId("gallery.hint")
        color: Theme.ivoryDim
        horizontalAlignment: root.portrait ? Text.AlignLeft : Text.AlignRight
        maximumLineCount: root.portrait ? 2 : 1
        elide: Text.ElideRight
    }
    Item {
        id: room

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.topMargin: (root.portrait ? 64 : 12) * Theme.u
        anchors.bottom: legend.top
        anchors.bottomMargin: 4 * Theme.u
        clip: true

        Loader {
            id: friezeLoader

            anchors.fill: parent
            active: !root.portrait
            sourceComponent: Frieze {}
        }
        Loader {
            id: wallLoader

            anchors.fill: parent
            active: root.portrait
            sourceComponent: Wall {}
        }
    }

    // Other words, or another category: the view begins where the visit says.
    Connections {
        target: root.exhibit.plates

        function onModelReset() {
            if (root.frieze !== null)
                Qt.callLater(root.frieze.comeBack);
            if (root.wall !== null)
                Qt.callLater(root.wall.comeBack);
        }
    }

    component WallPlate: ProjectPlate {
        id: plate

        exhibit: root.exhibit
        onOpened: root.wantsPanel(project, art)
        onActiveFocusChanged: if (activeFocus) root.show(this)
    }

    function show(plate: Item) {
        const view = root.portrait ? root.wall : root.frieze;
        if (view !== null)
            view.positionViewAtIndex(view.indexAt(plate.x + 1, plate.y + 1), ListView.Contain);
    }

    component Frieze: ListView {
        id: view

        orientation: ListView.Horizontal
        layoutDirection: Theme.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: false
        spacing: Theme.gutter
        leftMargin: root.edge
        rightMargin: root.edge
        cacheBuffer: width
        model: root.exhibit.plates
        onMovementEnded: root.settle(place())
        Component.onCompleted: comeBack()
        Accessible.role: Accessible.List

        function comeBack() {
            positionViewAtIndex(Math.min(count - 1, Math.round(root.visit.galleryPlace)), ListView.Beginning);
            contentX += Theme.rightToLeft ? root.edge : -root.edge; // positioning leaves margins out
            returnToBounds();
        }
        function place(): real {
            const at = indexAt(contentX + (Theme.rightToLeft ? width - root.edge - 2 : root.edge + 2), height / 3);
            return at < 0 ? root.visit.galleryPlace : at;
        }

        delegate: WallPlate {
            id: plate

            required property int index

            LayoutMirroring.enabled: Theme.rightToLeft
            LayoutMirroring.childrenInherit: true
            width: (broad ? 640 : 352) * Theme.u
            height: ListView.view.height
            broad: index % 4 === 0
            brief: Theme.largeText
            artHeight: Math.max(200 * Theme.u, height - (Theme.largeText ? 250 : 216) * Theme.u)
        }
    }
    component Wall: GridView {
        function comeBack() {
            positionViewAtIndex(Math.min(count - 1, Math.round(root.visit.galleryPlace)), GridView.Beginning);
        }
        function place(): real {
            const at = indexAt(cellWidth / 2, contentY + cellHeight / 3);
            return at < 0 ? 0 : at;
        }

        leftMargin: root.edge
        rightMargin: root.edge - Theme.gutter
        cellWidth: Math.floor((width - leftMargin - rightMargin) / 2)
        cellHeight: Math.max(560 * Theme.u, height / 1.9)
        cacheBuffer: height
        model: root.exhibit.plates
        onMovementEnded: root.settle(place())
        Component.onCompleted: comeBack()
        Accessible.role: Accessible.List

        delegate: Item {
            id: cell

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

            width: GridView.view.cellWidth
            height: GridView.view.cellHeight

            WallPlate {
                anchors.left: parent.left
                width: parent.width - Theme.gutter
                height: parent.height - Theme.gutter
                artHeight: height - (Theme.largeText ? 290 : 226) * Theme.u
                project: cell.project
                sign: cell.sign
                title: cell.title
                summary: cell.summary
                pull: cell.pull
                year: cell.year
                nations: cell.nations
                standing: cell.standing
                standingText: cell.standingText
                wide: cell.wide
                tall: cell.tall
                alt: cell.alt
            }
        }
    }

    // What a swipe does, as buttons.
    TouchPlate {
        anchors.left: parent.left
        anchors.leftMargin: Theme.step
        anchors.verticalCenter: room.verticalCenter
        anchors.verticalCenterOffset: -90 * Theme.u
        visible: root.frieze !== null && !(Theme.rightToLeft ? root.frieze.atXEnd : root.frieze.atXBeginning)
        label: qsTrId("gallery.earlier")
        sign: "back"
        wordless: true
        onTapped: root.page(-1)
    }
    TouchPlate {
        anchors.right: parent.right
        anchors.rightMargin: Theme.step
        anchors.verticalCenter: room.verticalCenter
        anchors.verticalCenterOffset: -90 * Theme.u
        visible: root.frieze !== null && !(Theme.rightToLeft ? root.frieze.atXBeginning : root.frieze.atXEnd)
        label: qsTrId("gallery.later")
        sign: "onward"
        wordless: true
        onTapped: root.page(1)
    }
    TouchPlate {
        anchors.right: parent.right
        anchors.rightMargin: Theme.step
        anchors.bottom: room.bottom
        anchors.bottomMargin: Theme.step
        visible: root.wall !== null && !root.wall.atYEnd
        label: qsTrId("gallery.later")
        sign: "down"
        wordless: true
        onTapped: root.page(1)
    }

    TouchPlate {
        anchors.right: parent.right
        anchors.rightMargin: Theme.step
        anchors.top: room.top
        anchors.topMargin: Theme.step
        visible: root.wall !== null && !root.wall.atYBeginning
        label: qsTrId("gallery.earlier")
        sign: "up"
        wordless: true
        onTapped: root.page(-1)
    }

    function page(by: int) {
        const view = root.portrait ? root.wall : root.frieze;
        if (view === null)
            return;
        if (root.portrait) {
            glide.property = "contentY";
            glide.to = Math.max(view.originY, Math.min(view.originY + view.contentHeight - view.height, view.contentY + by * root.wall.cellHeight));
        } else {
            const low = view.originX - view.leftMargin, high = view.originX + view.contentWidth + view.rightMargin - view.width;
            glide.property = "contentX";
            glide.to = Math.max(low, Math.min(high, view.contentX + by * (Theme.rightToLeft ? -1 : 1) * view.width * 0.6));
        }
        glide.target = view;
        glide.restart();
    }

    NumberAnimation {
        id: glide

        duration: Theme.slow
        easing.type: Easing.InOutSine
        onFinished: {
            const frieze = root.frieze, wall = root.wall;
            if (root.portrait && wall !== null)
                root.settle(wall.place());
            else if (frieze !== null)
                root.settle(frieze.place());
        }
    }
    Legend {
        id: legend

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.edge - 24 * Theme.u
        anchors.rightMargin: root.edge - 24 * Theme.u
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 6 * Theme.u
        exhibit: root.exhibit
        category: root.visit.category
        onChosen: category => {
            glide.stop();
            root.visit.filter(category);
        }
    }
}
