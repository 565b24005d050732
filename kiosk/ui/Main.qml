pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.screens
import kiosk.ui.theme

/* The one window. It binds the theme to machine and visit, shows the screen of the visit and lays what stands over it
   on top. Which screen that is, and when it changes, is decided by the visit. */
Window {
    id: root

    required property VisitModel visit
    required property ExhibitModel exhibit
    required property PanelModel panel
    required property AttractModel attract
    required property MachineModel machine
    required property DeliveryModel delivery
    readonly property bool portrait: height > width
    readonly property bool visiting: visit.screen === "gallery" || visit.screen === "panel"
    readonly property real pixelsPerMillimetre: Math.sqrt(width * width + height * height) / (machine.diagonalInches * 25.4)

    color: Theme.night
    title: exhibit.title
    onClosing: close => close.accepted = machine.mayLeave

    Binding { target: Theme; property: "shorterSide"; value: Math.max(1, Math.min(root.width, root.height)) }
    Binding { target: Theme; property: "pixelsPerMillimetre"; value: root.pixelsPerMillimetre }
    Binding { target: Theme; property: "script"; value: root.exhibit.script }
    Binding { target: Theme; property: "rightToLeft"; value: root.exhibit.rightToLeft }
    Binding { target: Theme; property: "highContrast"; value: root.visit.highContrast }
    Binding { target: Theme; property: "largeText"; value: root.visit.largeText }
    Binding { target: Theme; property: "reach"; value: root.visit.reach }
    Binding { target: Theme; property: "still"; value: root.visit.reducedMotion }
    Binding { target: Theme; property: "compact"; value: root.machine.diagonalInches < root.machine.smallestDiagonalInches }

    Item {
        id: stage

        anchors.fill: parent
        LayoutMirroring.enabled: Theme.rightToLeft
        LayoutMirroring.childrenInherit: true
        focus: true

        Keys.onPressed: event => event.accepted = root.machine.swallows(event.key, event.modifiers)

        // One screen at a time. Gallery and panel stay for the whole visit, so that going to and fro builds nothing.
        component Stage: Loader {
            required property bool current

            anchors.fill: parent
            active: current
            enabled: current
            visible: current
        }

        Stage {
            anchors.bottomMargin: sill.height
            active: root.visiting
            current: root.visit.screen === "gallery"
            sourceComponent: GalleryScreen {
                visit: root.visit
                exhibit: root.exhibit
                onWantsPanel: (project, art) => {
                    flight.take(art);
                    root.visit.open(project);
                }
            }
        }
        Stage {
            anchors.bottomMargin: sill.height
            active: root.visiting
            asynchronous: !current
            current: root.visit.screen === "panel"
            sourceComponent: PanelScreen {
                visit: root.visit
                exhibit: root.exhibit
                panel: root.panel
            }
            onCurrentChanged: land()
            onLoaded: land()

            function land() {
                if (current && item !== null)
                    flight.land((item as PanelScreen).art);
            }
        }
        // What comes rises out of the night: one plain surface fades, whatever stands behind it.
        Rectangle {
            id: curtain

            anchors.fill: parent
            anchors.bottomMargin: sill.visible ? sill.height : 0
            z: 1
            color: Theme.night
            opacity: 0
            visible: opacity > 0

            NumberAnimation on opacity {
                id: rising

                running: false
                from: 0.8
                to: 0
                duration: Theme.calm
                easing.type: Easing.OutCubic
            }
        }
        Flight {
            id: flight

            anchors.fill: parent
            z: 2
        }
        Sill {
            id: sill

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: implicitHeight
            visible: root.visiting
            visit: root.visit
            exhibit: root.exhibit
            panel: root.panel
            onLanguagesWanted: languages.active = !languages.active
        }
        // A touch beside an open plate closes it.
        MultiPointTouchArea {
            anchors.fill: parent
            anchors.bottomMargin: sill.height
            enabled: root.visit.helpOpen || languages.active
            onPressed: Qt.callLater(closes) // while it is pressed, or a mouse would reach what lies beneath

            function closes() {
                languages.active = false;
                root.visit.askForHelp(false);
            }
        }
        Loader {
            anchors.right: parent.right
            anchors.bottom: sill.top
            anchors.margins: Theme.gutter
            active: root.visit.helpOpen
            sourceComponent: HelpPlate {
                room: stage.width - 2 * Theme.gutter
                portrait: root.portrait
                visit: root.visit
            }
        }
        Loader {
            id: languages

            anchors.right: parent.right
            anchors.bottom: sill.top
            anchors.margins: Theme.gutter
            active: false
            sourceComponent: LanguagePlate {
                room: stage.width - 2 * Theme.gutter
                visit: root.visit
                exhibit: root.exhibit
                onDone: languages.active = false
            }
        }
        Loader {
            anchors.fill: parent
            active: root.visit.screen === "panel" && root.visit.picture !== ""
            sourceComponent: PictureScreen {
                visit: root.visit
                exhibit: root.exhibit
                panel: root.panel
            }
        }
        Stage {
            current: root.visit.screen === "attract"
            sourceComponent: Attract {
                attract: root.attract
                sleeping: root.visit.asleep
                onInvited: language => root.visit.begin(language)
                onTouchedElsewhere: root.visit.begin(root.attract.languageInFront)
            }
        }
        Loader {
            id: asking

            readonly property bool asked: root.visit.stillThere

            anchors.fill: parent
            active: false
            focus: active
            onAskedChanged: {
                if (asked)
                    active = true;
                else
                    Qt.callLater(goes); // the press that answers is still on its way through it
            }

            function goes() {
                active = asked;
            }

            sourceComponent: StillThere {
                visit: root.visit
                exhibit: root.exhibit
                focus: true
            }
        }
        Loader {
            anchors.fill: parent
            active: root.visit.screen === "calm"
            sourceComponent: CalmPage {
                code: root.visit.code
                titles: root.machine.calmTitles
                texts: root.machine.calmTexts
                scripts: root.machine.calmScripts
            }
        }
        // For staff: a ring while content is on its way, and at a desk what is wrong with it.
        StagingRing {
            anchors.top: parent.top
            anchors.right: parent.right
            anchors.margins: Theme.gap
            delivery: root.delivery
        }
        Loader {
            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            active: root.delivery.following
            sourceComponent: StaffStrip {
                delivery: root.delivery
            }
        }
        StaffDoor {
            anchors.fill: parent
            machine: root.machine
        }
        // Sees every finger first and takes none; while the display sleeps it takes them all.
        Item {
            anchors.fill: parent

            PointHandler {
                onActiveChanged: if (active) root.visit.touch()
            }
        }
        MultiPointTouchArea {
            anchors.fill: parent
            enabled: root.visit.asleep
        }
    }
    Connections {
        target: root.visit

        function onScreenChanged() {
            languages.active = false;
            rising.restart();
        }
    }
}
