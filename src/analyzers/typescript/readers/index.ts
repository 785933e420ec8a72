import type { Reader } from "../project.ts";
import { data } from "./data/index.ts";
import { decorated } from "./endpoints/decorated.ts";
import { fileRoutes } from "./endpoints/file-routes.ts";
import { graphql } from "./endpoints/graphql.ts";
import { routers } from "./endpoints/routers.ts";
import { trpc } from "./endpoints/trpc.ts";
import { messages } from "./messages.ts";

/** Every library idiom that is read. Adding one is a file and a line here. */
export const READERS: readonly Reader[] = [data, decorated, fileRoutes, routers, graphql, trpc, messages];
