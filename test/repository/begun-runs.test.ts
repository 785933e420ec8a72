import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { openRepository } from "../../src/repository/open-repository.ts";
import type { ShadowGit } from "../../src/repository/repository.ts";
import { buildTree } from "./build-tree.ts";

const LOG = ["log", "--format=%s", "HEAD", "--"];

function shop(): string {
  const folder = buildTree({ "order.ts": "export class Order {}\n" });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=a@b.example", ...args], { cwd: folder });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "Orders");
  return folder;
}

async function opened(...ahead: string[][]): Promise<ShadowGit> {
  return (await openRepository(shop(), DEFAULT_SETTINGS, () => ahead)).git as ShadowGit;
}

async function printed(git: ShadowGit, args: readonly string[]): Promise<string> {
  const pieces: Buffer[] = [];
  expect(await git.run(args, (bytes) => pieces.push(bytes))).toBe("done");
  return Buffer.concat(pieces).toString();
}

function outputsIn(git: ShadowGit): string[] {
  return readdirSync(git.folder).filter((name) => name.startsWith("output-"));
}

test("what git was asked ahead is there when somebody asks for it, and only once", async () => {
  const git = await opened(LOG);
  expect(outputsIn(git)).toHaveLength(1);
  expect(await printed(git, LOG)).toBe("Orders\n");
  expect(outputsIn(git)).toEqual([]);
  expect(await printed(git, LOG)).toBe("Orders\n");
  git.close();
});

test("another question than the one asked ahead is answered as ever", async () => {
  const git = await opened(LOG);
  expect(await printed(git, ["log", "--format=%an", "HEAD", "--"])).toBe("Ada\n");
  expect(await git.run(LOG, () => {}, { environment: { GIT_DIR: join(git.folder, "nowhere") } })).toBe(
    "failed",
  );
  git.close();
});

test("what nobody asks for in the end leaves nothing behind", async () => {
  const git = await opened(LOG);
  git.close();
  expect(existsSync(git.folder)).toBe(false);
});
