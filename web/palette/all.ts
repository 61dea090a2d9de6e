/** Every area's commands: one line each, in the order in which they stand within a group. */
import "./page-commands.ts";
import "./question-commands.ts";
import "../graph/commands.ts";
import "../layout/commands.ts";
import "../saved/commands.ts";
import "../export/commands.ts";
import "../tour/commands.ts";
import "../article/commands.ts";
import "../passages/commands.ts";
import "../paths/commands.ts";
import "../appearance/commands.ts";
