//! Icons by what they mean, from the Material Symbols font; BPMN's own signs are drawn by the canvas.

use egui::{FontFamily, FontId, RichText};
use egui_material_icons::icons as material;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $icon:ident;)*) => {
        /// An icon by its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the names say what they mean")]
        pub enum Icon {
            $($(#[$doc])* $name,)*
        }

        impl Icon {
            /// Its character in the icon font.
            pub fn glyph(self) -> &'static str {
                match self {
                    $(Self::$name => material::$icon.codepoint,)*
                }
            }
        }
    };
}

icons! {
    Add = ICON_ADD;
    Remove = ICON_DELETE;
    Close = ICON_CLOSE;
    Undo = ICON_UNDO;
    Redo = ICON_REDO;
    Search = ICON_SEARCH;
    Settings = ICON_SETTINGS;
    Language = ICON_LANGUAGE;
    Open = ICON_FOLDER_OPEN;
    New = ICON_NOTE_ADD;
    Save = ICON_SAVE;
    Export = ICON_UPLOAD_FILE;
    Copy = ICON_CONTENT_COPY;
    Cut = ICON_CONTENT_CUT;
    Paste = ICON_CONTENT_PASTE;
    Form = ICON_LIST_ALT;
    Flow = ICON_ACCOUNT_TREE;
    Play = ICON_PLAY_ARROW;
    Check = ICON_CHECK_CIRCLE;
    Error = ICON_ERROR;
    Warning = ICON_WARNING;
    Information = ICON_INFO;
    Due = ICON_SCHEDULE;
    Fee = ICON_EURO;
    Law = ICON_GAVEL;
    Note = ICON_STICKY_NOTE_2;
    Person = ICON_PERSON;
    Group = ICON_GROUPS;
    Authority = ICON_ACCOUNT_BALANCE;
    Machine = ICON_DNS;
    Data = ICON_DATABASE;
    Letter = ICON_MAIL;
    Table = ICON_TABLE_CHART;
    More = ICON_MORE_HORIZ;
    Up = ICON_ARROW_UPWARD;
    Down = ICON_ARROW_DOWNWARD;
    Left = ICON_ARROW_BACK;
    Right = ICON_ARROW_FORWARD;
    ZoomIn = ICON_ZOOM_IN;
    ZoomOut = ICON_ZOOM_OUT;
    Fit = ICON_FIT_SCREEN;
    Select = ICON_ARROW_SELECTOR_TOOL;
    Hand = ICON_PAN_TOOL;
    Connect = ICON_CONVERSION_PATH;
    Edit = ICON_EDIT;
    StepBack = ICON_SKIP_PREVIOUS;
    StepForward = ICON_SKIP_NEXT;
    Restart = ICON_REPLAY;
    History = ICON_HISTORY;
    Palette = ICON_SHAPES;
    Outline = ICON_FORMAT_LIST_BULLETED;
    TidyUp = ICON_AUTO_FIX_HIGH;
    Preview = ICON_VISIBILITY;
    Expand = ICON_EXPAND_MORE;
    Collapse = ICON_EXPAND_LESS;
    Calendar = ICON_CALENDAR_MONTH;
    Drag = ICON_DRAG_INDICATOR;
    Panel = ICON_SIDE_NAVIGATION;
    Tests = ICON_CHECKLIST;
    Change = ICON_SWAP_HORIZ;
    Number = ICON_NUMBERS;
    Home = ICON_HOME;
    Phone = ICON_CALL;
    Theme = ICON_CONTRAST;
    Folded = ICON_CHEVRON_RIGHT;
    LeftPanel = ICON_DOCK_TO_RIGHT;
    RightPanel = ICON_DOCK_TO_LEFT;
    BottomPanel = ICON_DOCK_TO_BOTTOM;
    Manual = ICON_FRONT_HAND;
    Calculate = ICON_CALCULATE;
    Send = ICON_SEND;
    Receive = ICON_INBOX;
    Call = ICON_OPEN_IN_NEW;
    Lane = ICON_VIEW_STREAM;
    Minimap = ICON_MAP;
    Lasso = ICON_LASSO_SELECT;
    Room = ICON_ARROW_RANGE;
    LaneBefore = ICON_ADD_ROW_ABOVE;
    LaneBehind = ICON_ADD_ROW_BELOW;
    Split = ICON_SPLITSCREEN;
    Turn = ICON_ROTATE_90_DEGREES_CW;
    TakeOut = ICON_LINK_OFF;
    AlignLeft = ICON_ALIGN_HORIZONTAL_LEFT;
    AlignCentre = ICON_ALIGN_HORIZONTAL_CENTER;
    AlignRight = ICON_ALIGN_HORIZONTAL_RIGHT;
    AlignTop = ICON_ALIGN_VERTICAL_TOP;
    AlignMiddle = ICON_ALIGN_VERTICAL_CENTER;
    AlignBottom = ICON_ALIGN_VERTICAL_BOTTOM;
    DistributeHorizontal = ICON_HORIZONTAL_DISTRIBUTE;
    DistributeVertical = ICON_VERTICAL_DISTRIBUTE;
    Circle = ICON_RADIO_BUTTON_UNCHECKED;
    Colours = ICON_PALETTE;
    Enter = ICON_LOGIN;
    Picture = ICON_IMAGE;
    Snap = ICON_GRID_4X4;
    Unused = ICON_UNPUBLISHED;
    Unasked = ICON_SPEAKER_NOTES_OFF;
    Block = ICON_EXTENSION;
    Import = ICON_DOWNLOAD;
    Duplicate = ICON_FILE_COPY;
    Rule = ICON_RULE;
    ScreenWide = ICON_DESKTOP_WINDOWS;
    ScreenMedium = ICON_TABLET;
    ScreenNarrow = ICON_SMARTPHONE;
    Pause = ICON_PAUSE;
    SingleStep = ICON_STEP_OVER;
    Speed = ICON_SPEED;
    NextDay = ICON_EVENT_UPCOMING;
    BreakPoint = ICON_PAUSE_CIRCLE;
}

impl Icon {
    /// The icon as text of this size in points.
    pub fn text(self, size: f32) -> RichText {
        RichText::new(self.glyph()).font(Self::font(size))
    }

    /// The icon font in this size.
    pub fn font(size: f32) -> FontId {
        FontId::new(size, FontFamily::Name(egui_material_icons::FONT_FAMILY.into()))
    }
}
