pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.blocks
import kiosk.ui.components
import kiosk.ui.theme

/* One project: the picture, its label, its story page by page, and how we know it. */
Item {
    id: root

    required property VisitModel visit
    required property ExhibitModel exhibit
    required property PanelModel panel
    readonly property bool portrait: height > width
    readonly property real columnWidth: portrait ? width : (Theme.largeText ? 1140 : 860) * Theme.u
    readonly property real pictureHeight: (Theme.largeText ? (Theme.reach ? 300 : 430) : 640) * Theme.u
    readonly property real edge: (portrait ? 64 : 60) * Theme.u
    readonly property Item art: frame
    readonly property bool story: visit.face === "story"

    function fit() {
        panel.fit(Qt.size(room.width, room.height), body.font, body.lineHeight, heading.font, heading.lineHeight + 12 * Theme.u,
                  heading.font, heading.lineHeight, evidence.indent, evidence.between,
                  entries.indent, entries.arrow, entries.between, entries.least);
    }

    Accessible.role: Accessible.Pane
    Accessible.name: panel.title
    Component.onCompleted: fit()

    Rectangle {
        anchors.fill: parent
        color: Theme.lapis
    }
    // Set once, measured by the pages.
    Words { id: body; visible: false }
    Words { id: heading; visible: false; role: "lead" }
    Connections {
        target: Theme

        function onLargeTextChanged() { Qt.callLater(root.fit); }
        function onScriptChanged() { Qt.callLater(root.fit); }
        function onReachChanged() { Qt.callLater(root.fit); }
    }

    Item {
        id: frame

        anchors.left: parent.left
        anchors.top: parent.top
        width: root.portrait ? parent.width : parent.width - root.columnWidth
        height: root.portrait ? root.pictureHeight : parent.height

        FramedPicture {
            anchors.fill: parent
            exhibit: root.exhibit
            wide: root.visible ? root.panel.pictureWide : ""
            tall: root.visible ? root.panel.pictureTall : ""
            focusX: root.panel.pictureFocusX
            focusY: root.panel.pictureFocusY
            alt: root.panel.pictureAlt
            sign: root.panel.sign
        }
        TapHandler {
            onTapped: root.visit.enlarge(root.panel.pictureId)
        }
        Veil {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: below.height + 150 * Theme.u
        }
        Keyline {
            inset: 22 * Theme.u
            corner: 30 * Theme.u
            visible: !Theme.highContrast
        }
        Column {
            id: below

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: 56 * Theme.u
            anchors.rightMargin: 56 * Theme.u
            anchors.bottomMargin: 50 * Theme.u
            spacing: 26 * Theme.u

            // A caption beside a few small pictures, above many.
            Item {
                id: signature

                readonly property bool stacked: thumbnails.width > width * 0.45

                width: parent.width
                height: stacked ? caption.height + Theme.gap + thumbnails.height : Math.max(thumbnails.height, caption.height)

                Thumbnails {
                    id: thumbnails

                    anchors.left: parent.left
                    anchors.bottom: parent.bottom
                    visit: root.visit
                    exhibit: root.exhibit
                    panel: root.panel
                }
                Words {
                    id: caption

                    anchors.left: signature.stacked ? parent.left : thumbnails.right
                    anchors.leftMargin: signature.stacked ? 0 : 24 * Theme.u
                    anchors.right: parent.right
                    y: signature.stacked ? 0 : (parent.height - height) / 2
                    visible: width > 220 * Theme.u
                    role: "caption"
                    text: root.panel.pictureCaption
                    maximumLineCount: 4
                    elide: Text.ElideRight
                }
            }
            FactStrip {
                width: parent.width
                visible: !root.portrait && count > 0 && !Theme.largeText
                numbers: root.panel.strip
            }
        }
    }
    Rectangle {
        x: root.portrait ? 0 : Theme.rightToLeft ? root.columnWidth : root.width - root.columnWidth
        y: root.portrait ? root.pictureHeight : 0
        width: root.portrait ? root.width : Theme.hair
        height: root.portrait ? Theme.hair : root.height
        color: Theme.line
    }

    Item {
        id: page

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.top: root.portrait ? frame.bottom : parent.top
        width: root.columnWidth

        Column {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.leftMargin: root.edge
            anchors.rightMargin: root.edge
            anchors.topMargin: (root.portrait ? 26 : 40) * Theme.u
            spacing: 10 * Theme.u

            Item {
                width: parent.width
                height: 64 * Theme.u
                visible: !(Theme.largeText && !root.portrait)

                Seal {
                    id: seal

                    anchors.left: parent.left
                    size: 64 * Theme.u
                    sign: root.panel.sign
                }
                Words {
                    anchors.left: seal.right
                    anchors.leftMargin: 18 * Theme.u
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    role: "label"
                    color: Theme.gold
                    text: root.panel.standingText !== "" ? root.panel.categoryName + " · " + root.panel.standingText : root.panel.categoryName
                    maximumLineCount: 1
                    elide: Text.ElideRight
                }
            }
            Words {
                anchors.left: parent.left
                room: parent.width
                role: "title"
                text: root.story ? root.panel.title : qsTrId("evidence.title")
                scaleBy: Theme.largeText ? 0.86 : 1
                Accessible.role: Accessible.Heading
            }
            Words {
                width: parent.width
                visible: root.story && text !== "" && (root.portrait || !Theme.reach)
                role: "label"
                color: Theme.goldLight
                text: [root.panel.dateline, root.panel.journey].filter(words => words !== "").join("  ·  ")
            }
            Words {
                width: parent.width
                visible: root.story && text !== "" && !Theme.largeText && (root.portrait || !Theme.reach)
                role: "caption"
                color: Theme.ivoryDim
                text: [root.panel.nations, root.panel.cooperationText].filter(words => words !== "").join("  ·  ")
            }
            Words {
                width: parent.width
                visible: !root.story
                role: "caption"
                color: Theme.ivoryDim
                text: root.visit.face === "evidence" ? qsTrId("evidence.rule") + " " + qsTrId("evidence.none") : root.panel.sourcesText
            }
            FactStrip {
                width: parent.width
                topPadding: 6 * Theme.u
                visible: root.portrait && count > 0 && root.story && !Theme.largeText
                numbers: root.panel.strip
            }
        }
        Item {
            id: room

            anchors.left: head.left
            anchors.right: head.right
            anchors.top: head.bottom
            anchors.topMargin: 18 * Theme.u
            anchors.bottom: foot.top
            anchors.bottomMargin: 14 * Theme.u
            onWidthChanged: Qt.callLater(root.fit)
            onHeightChanged: Qt.callLater(root.fit)

            StoryPage {
                anchors.fill: parent
                visible: root.story && root.panel.pageKind !== "related" && !entries.visible
                panel: root.panel
            }
            EntriesPage {
                id: entries

                anchors.fill: parent
                visible: root.story && (root.panel.pageKind === "terms" || root.panel.pageKind === "events")
                visit: root.visit
                panel: root.panel
            }
            RelatedPage {
                anchors.fill: parent
                visible: root.story && root.panel.pageKind === "related"
                visit: root.visit
                exhibit: root.exhibit
                panel: root.panel
            }
            EvidencePage {
                id: evidence

                width: parent.width
                visible: root.visit.face === "evidence"
                panel: root.panel
            }
            SourcesPage {
                width: parent.width
                visible: root.visit.face === "sources"
                panel: root.panel
            }
            opacity: turning.running ? opacity : 1

            NumberAnimation on opacity {
                id: turning

                running: false
                from: 0
                to: 1
                duration: Theme.calm
                easing.type: Easing.OutCubic
            }
            Connections {
                target: root.panel

                function onPageChanged() { if (Theme.calm > 0) turning.restart(); }
            }
        }
        Item {
            id: foot

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: root.edge
            anchors.rightMargin: root.edge
            anchors.bottomMargin: 26 * Theme.u
            height: Theme.reach ? place.height : Theme.touch

            TouchPlate {
                id: how

                anchors.left: parent.left
                visible: !Theme.reach
                padding: 20 * Theme.u
                label: root.story ? qsTrId("panel.how") : qsTrId("panel.story")
                sign: root.story ? "book" : "back"
                onTapped: root.visit.turn(root.story ? "evidence" : "story")
            }
            TouchPlate {
                anchors.left: how.right
                anchors.leftMargin: Theme.gap
                visible: !Theme.reach && !root.story
                padding: 20 * Theme.u
                label: root.visit.face === "evidence" ? qsTrId("panel.allSources") : qsTrId("panel.allFacts")
                onTapped: root.visit.turn(root.visit.face === "evidence" ? "sources" : "evidence")
            }
            Words {
                id: place

                anchors.right: Theme.reach ? parent.right : turner.left
                anchors.rightMargin: Theme.reach ? 0 : Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                visible: root.panel.pageCount > 1 && (Theme.reach || (root.story && foot.width > how.width + turner.width + implicitWidth + 2 * Theme.gap))
                role: "caption"
                text: root.panel.pagePlace
                color: Theme.gold
                wrapMode: Text.NoWrap
            }
            PageTurner {
                id: turner

                anchors.right: parent.right
                visible: !Theme.reach && root.panel.pageCount > 1
                visit: root.visit
                panel: root.panel
            }
        }
    }
}
