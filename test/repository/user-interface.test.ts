import { expect, test } from "vitest";
import { interfaceFolders, type Side, sideOf } from "../../src/repository/user-interface.ts";

/** `"server/orders.ts": "server"` for every file of a shop that serves its own client. */
function shop(sides: Readonly<Record<string, readonly [files: number, side: Side]>>): Map<string, Side> {
  return new Map(
    Object.entries(sides).flatMap(([folder, [files, side]]) =>
      Array.from({ length: files }, (_, index) => [`${folder}/file-${index}.ts`, side] as const),
    ),
  );
}

test("a client beside the server is its user interface", () => {
  const sides = shop({
    app: [12, "interface"],
    "app/stores": [6, "neither"],
    server: [10, "server"],
    shared: [9, "neither"],
  });
  expect(interfaceFolders("", sides)).toEqual(["app"]);
});

test("a server that renders mails has no user interface", () => {
  const sides = shop({ "server/orders": [30, "server"], "server/mails": [9, "interface"] });
  expect(interfaceFolders("", sides)).toEqual([]);
});

test("a few files are a client where their folder says so", () => {
  const sides = shop({
    "plugins/mail/client": [2, "interface"],
    "plugins/mail/server": [2, "server"],
    app: [20, "interface"],
  });
  expect(interfaceFolders("", sides)).toEqual(["app", "plugins/mail/client"]);
});

test("pages that read the database themselves are no mere client", () => {
  const sides = shop({ "pages/orders": [10, "interface"], "pages/api": [5, "server"], lib: [3, "server"] });
  expect(interfaceFolders("", sides)).toEqual(["pages/orders"]);
});

test("without a server everything is read: somebody chose it", () => {
  expect(interfaceFolders("", shop({ app: [30, "interface"] }))).toEqual([]);
});

test("packages are judged apart", () => {
  const sides = shop({
    "apps/shop/client": [9, "interface"],
    "apps/shop/server": [9, "server"],
    "apps/desk/client": [9, "interface"],
  });
  expect(interfaceFolders("apps/shop", sides)).toEqual(["apps/shop/client"]);
});

test.each([
  ["orders.ts", 'import Koa from "koa";', "server"],
  ["order-page.tsx", 'import { Order } from "./order";', "interface"],
  ["use-order.ts", "import { useState } from 'react';", "interface"],
  ["page.tsx", 'import { PrismaClient } from "@prisma/client";\nimport React from "react";', "server"],
  ["order.ts", 'import { price } from "./price";', "neither"],
  ["router.ts", 'import { initTRPC } from "@trpc/server";', "server"],
  ["pages/api/orders.ts", 'import type { NextApiRequest } from "next";', "server"],
  ["app/orders/route.ts", 'import { NextResponse } from "next/server";', "server"],
  ["routes/orders/+page.server.ts", 'import { load } from "./load";', "server"],
  ["order/session.server.ts", 'import { useState } from "react";', "server"],
  ["server/order-mail.tsx", 'import { Text } from "react-email";', "interface"],
  ["actions.ts", '// Orders.\n"use server";\nimport { cache } from "react";', "server"],
  ["order.ts", 'import "server-only";\nimport { cache } from "react";', "server"],
  ["order.ts", 'import { prisma } from "@shop/db";\nimport { cache } from "react";', "server"],
  ["prisma-icon.ts", 'import { icon } from "prisma-icons";\nimport { memo } from "react";', "interface"],
] as const)("%s is on the side of what it imports", (path, head, side) =>
  expect(sideOf(path, head)).toBe(side),
);
