pragma ComponentBehavior: Bound
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
                readonly property real broad: Math.min(root.rose * 0.13, Math.PI * root.rose * 0.78 / root.petals * 0.84)

                x: (flower.width - broad) / 2
                width: broad
                height: root.rose * 0.17
                antialiasing: true
                transform: Rotation {
                    origin.x: petal.broad / 2
                    origin.y: flower.height / 2
                    angle: -360 * petal.index / root.petals
                }

                ShapePath {
                    fillColor: petal.full ? Theme.gold : Theme.lapisHigh
                    strokeColor: Theme.line
                    strokeWidth: Theme.hair
                    startX: petal.broad / 2

                    PathLine { x: petal.broad; y: petal.height * 0.42 }
                    PathLine { x: petal.broad / 2; y: petal.height }
                    PathLine { x: 0; y: petal.height * 0.42 }
                    PathLine { x: petal.broad / 2; y: 0 }
                }
                ShapePath {
                    fillColor: petal.full ? Theme.goldLight : Theme.clear
                    strokeColor: Theme.clear
                    strokeWidth: 0
                    startX: petal.broad / 2

                    PathLine { x: petal.broad / 2; y: petal.height }
                    PathLine { x: 0; y: petal.height * 0.42 }
                    PathLine { x: petal.broad / 2; y: 0 }
                }
            }
        }
        // The lattice that the petals grow from, {20/8} and {20/9} drawn with one line each.
        Repeater {
            model: [8, 9]

            Shape {
                id: lattice

                required property int modelData

                anchors.fill: parent
                antialiasing: true

                ShapePath {
                    fillColor: Theme.clear
                    strokeColor: Qt.alpha(Theme.line, 0.6)
                    strokeWidth: 1
                    joinStyle: ShapePath.MiterJoin

                    PathPolyline {
                        path: {
                            const outer = root.rose * 0.33, k = lattice.modelData;
                            const inner = outer * Math.cos(Math.PI * k / 20) / Math.cos(Math.PI * (k - 1) / 20), points = [];
                            for (let i = 0; i <= 40; ++i) {
                                const r = i % 2 ? inner : outer, angle = Math.PI * i / 20 - Math.PI / 2;
                                points.push(Qt.point(root.rose / 2 + r * Math.cos(angle), root.rose / 2 + r * Math.sin(angle)));
                            }
                            return points;
                        }
                    }
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
