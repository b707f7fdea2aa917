# Bibliothek 2.5: what became of its parts when it was read or written.
civento-workflows = { $count ->
    [one] One flow
   *[other] { $count } flows
}
civento-steps = { $count ->
    [one] One step
   *[other] { $count } steps
}
civento-empty-prefix = The file declares a namespace without content, which XML forbids. It was read all the same, and is written back so on export.
civento-other-version = The file has version “{ $name }”. Known is 2.5; it was read as if it were that.
civento-switched-off = The step is switched off. It stands in its place, but is never done, because its condition is “false”.
civento-way-off = One way of the decision is switched off. It is drawn, but never taken.
civento-counter = In the file the variable “{ $name }” counts the rounds by itself. Here a step of its own counts it, from 0 on.
civento-at-most = The repetition need not end by itself. Here it ends after { $count } rounds at the latest, so that playing it through comes to an end.
civento-too-deep = The steps lie deeper in each other than is possible here. They stand in the flow above, without repetition.
civento-task-condition = The task has a condition. It stands before it as a decision.
civento-begins-under = Whether the workflow begins depends on the answer of a function. It is asked first; the condition follows as a decision.
civento-due = The deadline “{ $name }” is no number of days. It stays in the file and is written again on export; here the step has no deadline.
civento-in-file-only = There is no place for this here: { $name }. It stays in the file and is written again on export.
civento-unknown-element = The element “{ $name }” is not known. It stays in the file and is written again on export.
civento-unknown-attribute = The attribute “{ $name }” is not known. It stays in the file and is written again on export.
civento-unknown-step = Steps of the kind “{ $name }” are not known. The step stands in the flow and does nothing there.
civento-expression = The expression “{ $name }” is not understood. When the flow is played, a step before it asks for its value; on export the expression stands there again.
civento-assumed = The function “{ $name }” was taken for that of the same name in FEEL. Check whether it means the same.
civento-unfit = The value { $name } does not fit the field to which it is written. When the procedure is played the field stays empty; the value stays in the file.
civento-to-decide = The authority decides on “{ $name }” of the procedure. The file has the usual value or none; check it after taking the file up.
civento-written-twice = The connection leads into the middle of another way. What follows there stands in the file once for each way.
civento-with-flag = The way leads back after something has been done once. In the file a loop stands for it, with a flag that says at the end whether it begins again.
civento-not-in-blocks = The connection leads back or beside the way and cannot be written as a block. It is missing in the file; turn the place into a repetition.
civento-beside = The step belongs to no block: it hangs on an event at an edge, or on a second beginning. It is missing in the file.
civento-one-after-the-other = The ways are taken at the same time. In the file they stand one after the other.
civento-decisions-apart = Several ways may hold at once. In the file each is a decision of its own.
civento-as-task = There is no such kind of step there. In the file it is a task that stops the flow.
civento-no-such-event = There is no such kind of event there. It is missing in the file.
civento-name-lost = There is no place for this name there. It is missing in the file.
civento-goes-on = The decision has no way for all other cases. There the flow then goes on behind it.
civento-no-table = There are no decision tables there. In the file the step is a task that stops the flow.
civento-no-pools = There are no pools, lanes and messages there. They are missing in the file.
civento-call-as-event = There is no flow within a flow there. In the file an event is thrown that begins it.
civento-each-with-counter = The repetition for each entry of a list stands in the file as a repetition with a counter.
