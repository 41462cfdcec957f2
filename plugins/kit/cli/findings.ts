import { type Finding, rules } from '../../../registry/publishing/engine/index.ts';

export type Findings = readonly Finding[];

export function asText(path: string, findings: Findings): string {
  if (findings.length === 0) return `${path}: nothing to mend.`;
  const lines = findings.map(({ severity, rule, message, file, line, column }) => {
    const place = file === undefined ? path : [file, line, column].filter((part) => part !== undefined).join(':');
    return `${severity.padEnd(7)} ${place}\n        ${message} [${rule}]`;
  });
  const count = (wanted: Finding['severity']) => findings.filter(({ severity }) => severity === wanted).length;
  return [...lines, '', `${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes`].join('\n');
}

export function asJson(path: string, findings: Findings): string {
  return JSON.stringify({ path, ok: findings.every(({ severity }) => severity !== 'error'), findings }, undefined, 2);
}

/** SARIF 2.1.0 (OASIS), which code hosts and editors show beside the code. */
export function asSarif(_path: string, findings: Findings): string {
  const known = rules.map(({ id, severity, what, why, fix }) => ({
    id,
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: { text: fix },
    defaultConfiguration: { level: severity },
  }));
  const others = [...new Set(findings.map(({ rule }) => rule))].filter((id) => !known.some((rule) => rule.id === id));
  const results = findings.map(({ rule, severity, message, file, line, column }) => ({
    ruleId: rule,
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file ?? 'manifest.json') },
          ...(line !== undefined && {
            region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
          }),
        },
      },
    ],
  }));
  const driver = { name: 'portico', rules: [...known, ...others.map((id) => ({ id }))] };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  };
  return JSON.stringify(log, undefined, 2);
}
