/**
 * The scanner process: a package on standard input, its findings as JSON on standard output. Parsers written for honest
 * code can be made to overflow their stack by hostile code (the JavaScript parser ends the whole process), so they run
 * in a process that holds nothing: no database, no keys, no network it was told of.
 */
import { readPackage, reviewPackage } from '../engine/index.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const findings = await reviewPackage(await readPackage(Buffer.concat(chunks)));
process.stdout.write(JSON.stringify(findings));
