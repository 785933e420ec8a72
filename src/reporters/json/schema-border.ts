import * as z from "zod";
import {
  CALL_MODES,
  CALL_REASONS,
  SHARED_DECISIONS,
  SHARED_REASONS,
  TABLE_ROLES,
} from "../../model/dossier.ts";
import { access, contextId, count, filePath, nodeId, place, share } from "./schema-graph.ts";

const call = z.object({
  from: contextId.nullable(),
  to: contextId,
  unit: nodeId,
  method: z.string(),
  signature: z.string(),
  callers: z.array(z.object({ unit: nodeId, method: z.string() })),
  sites: count,
  places: z.array(place),
  loops: z.array(place),
  answers: z.object({ awaited: count, used: count, ignored: count }),
  chatty: z.boolean(),
  takesTransaction: z.boolean(),
  reads: z.array(nodeId),
  writes: z.array(nodeId),
  mode: z.enum(CALL_MODES),
  because: z.enum(CALL_REASONS),
});

const sharedCode = z.object({
  unit: nodeId,
  home: contextId.nullable(),
  usedBy: z.array(z.object({ context: contextId, places: z.array(place), sites: count })),
  because: z.enum(SHARED_REASONS),
  proposal: z.enum(SHARED_DECISIONS),
});

const tableUse = z.object({
  context: contextId.nullable(),
  reads: count,
  writes: count,
  units: z.array(nodeId),
  places: z.array(place),
  columns: z.array(z.string()),
});

const foreignKey = z.object({
  from: contextId,
  to: contextId,
  table: nodeId,
  references: nodeId,
  columns: z.array(z.string()),
  form: z.string(),
  place,
});

const join = z.object({
  context: contextId.nullable(),
  unit: nodeId.nullable(),
  left: nodeId,
  right: nodeId,
  leftOwner: contextId,
  rightOwner: contextId,
  statement: z.string(),
  place,
});

const transaction = z.object({
  unit: nodeId,
  method: z.string(),
  form: z.string(),
  context: contextId.nullable(),
  writes: z.array(contextId),
  steps: z.array(z.object({ table: nodeId, owner: contextId, access, path: z.array(nodeId), place })),
  place,
});

const inheritance = z.object({
  from: contextId,
  to: contextId,
  unit: nodeId,
  base: nodeId,
  form: z.string(),
  place,
});

const coChange = z.object({
  from: contextId,
  to: contextId,
  left: filePath,
  right: filePath,
  degree: share,
  commits: count,
});

const cycle = z.object({
  contexts: z.array(contextId),
  weakest: z.object({ from: contextId, to: contextId, methods: count, sites: count }),
});

const seamEnd = z.object({ context: contextId, unit: nodeId, place });

/** What lies between the contexts, as `analysis.json` has it. */
export const borderSchema = z.object({
  calls: z.array(call),
  sharedCode: z.array(sharedCode),
  tables: z.array(
    z.object({ table: nodeId, owner: contextId, role: z.enum(TABLE_ROLES), uses: z.array(tableUse) }),
  ),
  foreignKeys: z.array(foreignKey),
  joins: z.array(join),
  transactions: z.array(transaction),
  inheritance: z.array(inheritance),
  coChanges: z.array(coChange),
  cycles: z.array(cycle),
  messages: z.array(
    z.object({ channel: z.string(), publishers: z.array(seamEnd), subscribers: z.array(seamEnd) }),
  ),
});
