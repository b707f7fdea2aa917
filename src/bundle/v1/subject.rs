//! What can be named, as version 1 writes it.

use crate::bundle::convert::choice;

choice! {
    Subject {
        Process(id: u32),
        Role(id: u32),
        Pool(id: u32),
        Lane(id: u32),
        Node(id: u32),
        Flow(id: u32),
        MessageFlow(id: u32),
        Artifact(id: u32),
        Association(id: u32),
        ObjectType(id: u32),
        DataField(id: u32),
        CodeList(id: u32),
        Form(id: u32),
        FormElement(form: u32, element: u32),
        DecisionTable(id: u32),
        DocumentTemplate(id: u32),
        Setting(id: u32),
        TestCase(id: u32),
        Exercise(id: u32),
        Language(id: u32),
        Source(id: u32),
    }
}
