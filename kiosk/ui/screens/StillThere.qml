import QtQuick
import QtQuick.Shapes
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* «Still there?» over the dimmed screen, in every language: a rose of petals, one a second. One touch anywhere, any
   key, goes on; there is no second button. Silence ends the visit. */
Rectangle {
    id: root

    required property VisitModel visit
    required property ExhibitModel exhibit
    readonly property real rose: Math.min(width, height) * 0.46
    readonly property int petals: visit.countdown

    color: Qt.alpha(Theme.night, Theme.dimmed)
    focus: visible
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTrId("stillthere.question") + " " + qsTrId("stillthere.continue")
    Accessible.focusable: true
    Accessible.onPressAction: visit.touch()
    Keys.onPressed: event => {
        event.accepted = true;
        visit.touch();
    }

    // Nothing beneath is touched.
    MultiPointTouchArea {
        anchors.fill: parent
        onPressed: root.visit.touch()
    }
    Item {
        id: flower

        anchors.horizontalCenter: parent.horizontalCenter
        y: (root.height - height - question.height) * 0.34
        width: root.rose
        height: width

        Repeater {
            model: root.petals

            Shape {
                id: petal

                required property int index
                readonly property bool full: index < root.visit.secondsLeft
                readonly property real size: root.rose * 0.155

                x: flower.width / 2 - size / 2
                y: 0
                width: size
                height: size * 1.25
                antialiasing: true
                transform: Rotation {
                    origin.x: petal.size / 2
                    origin.y: flower.height / 2
                    angle: -360 * petal.index / root.petals
                }

                ShapePath {
                    fillColor: petal.full ? Theme.gold : Theme.lapisHigh
                    strokeColor: Theme.line
                    strokeWidth: Theme.hair
                    startX: petal.size / 2
                    startY: 0

                    PathLine { x: petal.size * Math.min(0.86, 0.2 + 12 / root.petals * 0.5); y: petal.size * 0.5 }
                    PathLine { x: petal.size / 2; y: petal.size * 1.25 }
                    PathLine { x: petal.size * Math.max(0.14, 0.8 - 12 / root.petals * 0.5); y: petal.size * 0.5 }
                    PathLine { x: petal.size / 2; y: 0 }
                }
            }
        }
        Shape {
            anchors.fill: parent
            antialiasing: true

            ShapePath {
                fillColor: Theme.lapis
                strokeColor: Theme.line
                strokeWidth: Theme.hair

                PathAngleArc {
                    centerX: root.rose / 2
                    centerY: root.rose / 2
                    radiusX: root.rose * 0.2
                    radiusY: radiusX
                    sweepAngle: 360
                }
            }
        }
        Words {
            anchors.centerIn: parent
            role: "numeral"
            scaleBy: root.rose * 0.2 / Theme.size("numeral")
            text: root.exhibit.language !== "" ? root.exhibit.number(root.visit.secondsLeft) : ""
            color: Theme.goldLight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Flow {
        id: question

        readonly property bool narrow: root.height > root.width

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: flower.bottom
        anchors.topMargin: 46 * Theme.u
        width: narrow ? root.width - 2 * Theme.margin : Math.min(root.width - 2 * Theme.margin, childWidth)
        spacing: 30 * Theme.u
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        readonly property real childWidth: root.width - 2 * Theme.margin

        Repeater {
            id: tongues

            model: root.exhibit.tongues

            Item {
                id: tongue

                required property int index
                required property string stillThere
                required property string keepExploring
                required property string script

                width: question.narrow ? question.width : (question.width - 30 * Theme.u * (Math.min(3, tongues.count) - 1)) / Math.min(3, tongues.count)
                height: asked.height

                Rectangle {
                    width: Theme.hair
                    height: 90 * Theme.u
                    x: -15 * Theme.u
                    visible: !question.narrow && tongue.index % 3 > 0
                    color: Theme.line
                    opacity: 0.7
                }
                Column {
                    id: asked

                    width: parent.width
                    spacing: 6 * Theme.u

                    Words {
                        width: parent.width
                        role: "title"
                        scaleBy: 0.84
                        script: tongue.script
                        text: tongue.stillThere
                        horizontalAlignment: Text.AlignHCenter
                    }
                    Words {
                        width: parent.width
                        role: "label"
                        script: tongue.script
                        text: tongue.keepExploring
                        color: Theme.gold
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
            }
        }
    }
}
