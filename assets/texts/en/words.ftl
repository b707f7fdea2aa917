# What things are called.
word-quoted = “{$name}”
word-unnamed = {$kind} without a name
word-process = Procedure
word-role = Role
word-pool = Participant
word-lane = Lane
word-flow = Connection
word-message-flow = Message flow
word-data-store = Data store
word-data-object = Document
word-group = Group
word-annotation = Note
word-association = Reference
word-object = Object
word-field = Field
word-code-list = List of choices
word-form = Form
word-page = Page
word-field-group = Group of fields
word-heading = Heading
word-static-text = Text
word-hint = Hint
word-decision-table = Decision table
word-letter = Letter
word-setting = Setting
word-test-case = Test case
word-exercise = Exercise
word-rule = Rule
word-language = Language
word-source = Imported file
word-start = Start
word-start-message = Start by message
word-start-timer = Start at a time
word-start-signal = Start by signal
word-start-conditional = Start on condition
word-start-error = Start on error
word-start-escalation = Start on escalation
word-end = End
word-end-message = End with message
word-end-error = End with error
word-end-terminate = Immediate end
word-end-signal = End with signal
word-end-escalation = End with escalation
word-event = Event
word-catch-message = Wait for message
word-catch-timer = Wait for time
word-catch-signal = Wait for signal
word-catch-error = On error
word-catch-escalation = On escalation
word-catch-conditional = Wait for condition
word-catch-link = Link target
word-throw-message = Send message
word-throw-signal = Send signal
word-throw-escalation = Report escalation
word-throw-link = Link
word-task = Step
word-user-task = Step with form
word-manual-task = Step by hand
word-service-task = Step by a service
word-script-task = Set values
word-business-rule-task = Decision by table
word-send-task = Send message
word-receive-task = Wait for message
word-call-activity = Call another procedure
word-event-sub-process = Sub-process on event
word-sub-process = Sub-process
word-exclusive-gateway = Gateway: exactly one way
word-inclusive-gateway = Gateway: one or more ways
word-parallel-gateway = Gateway: all ways at once
word-event-gateway = Gateway: first event
word-kind-text = Text
word-kind-long-text = Long text
word-kind-whole-number = Whole number
word-kind-decimal = Decimal number
word-kind-money = Amount in euros
word-kind-date = Date
word-kind-time = Time
word-kind-date-time = Date and time
word-kind-yes-no = Yes or no
word-kind-choice = Choice
word-kind-multiple-choice = Several choices
word-kind-file = File
word-kind-person = Person
word-kind-address = Address
word-kind-bank-account = Bank account
word-kind-email = E-mail
word-kind-phone = Phone
word-kind-object = Object
word-kind-list = List
word-role-applicant = Applicants
word-role-caseworker = Caseworkers
word-role-other-authority = Other authority
word-role-system = System
word-service-application = Application
word-service-notification = Notification
word-service-registration = Registration
word-service-information = Information
word-service-objection = Objection
word-service-ex-officio = Ex officio
word-hit-unique = Exactly one rule matches
word-hit-first = The first matching rule counts
word-hit-any = Several may match, all with the same result
word-hit-collect = All matching rules, as a list
word-work-open = Open
word-work-in-progress = In progress
word-work-to-review = To be reviewed
word-work-done = Done
details-working-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
details-working-hours = { $count ->
    [one] 1 working hour
   *[other] { $count } working hours
}
details-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
details-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
details-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
details-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
}
details-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
details-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
word-monday = Monday
word-tuesday = Tuesday
word-wednesday = Wednesday
word-thursday = Thursday
word-friday = Friday
word-saturday = Saturday
word-sunday = Sunday
word-activity-group = FIM group { $group }
word-activity-group-step = FIM group { $group }, step { $id }
