// SPDX-License-Identifier: EUPL-1.2

/**
 * Returns the C++ text with comments, string and character contents and preprocessor lines blanked out, line for line
 * and column for column, so that braces and parentheses that remain are those of the program.
 */
export function blank_cpp(text: string): string {
  const pattern =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?:u8|[uUL])?R"([^()\\\s]{0,16})\([\s\S]*?\)\1"|"(?:\\[\s\S]|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\[\s\S]|[^'\\\n])+'|^[ \t]*#(?:\\\n|[^\n])*/gm;
  return text.replace(pattern, (found) => found.replace(/[^\n]/g, ' '));
}

export interface CppFunction {
  name: string;
  /** Line of the signature, from 1. */
  line: number;
  /** Lines with code in them, from the signature to the closing brace; blank lines and comments do not count. */
  code_lines: number;
}

interface Block {
  kind: 'scope' | 'function' | 'initializer';
  head_start: number;
  name: string;
}

/** Finds the functions of a C++ file by their braces. Lambdas and local classes count with the function around them. */
export function find_functions(text: string): CppFunction[] {
  const code = blank_cpp(text);
  const functions: CppFunction[] = [];
  const blocks: Block[] = [];
  let head_start = 0;
  let parentheses = 0;
  for (let index = 0; index < code.length; index += 1) {
    const character = code[index];
    if (character === '(') parentheses += 1;
    else if (character === ')') parentheses -= 1;
    else if (character === ';' && parentheses === 0) head_start = index + 1;
    else if (character === '{') {
      const kind = block_kind(code.slice(head_start, index), blocks, parentheses);
      blocks.push({ kind, head_start, name: kind === 'function' ? function_name(code.slice(head_start, index)) : '' });
      if (kind !== 'initializer') head_start = index + 1;
    } else if (character === '}') {
      const block = blocks.pop();
      if (block === undefined) continue;
      if (block.kind === 'initializer') continue;
      head_start = index + 1;
      if (block.kind === 'function') functions.push(measure(code, block, index));
    }
  }
  return functions;
}

function block_kind(head: string, blocks: readonly Block[], parentheses: number): Block['kind'] {
  const around = blocks.at(-1)?.kind ?? 'scope';
  if (around !== 'scope') return 'initializer'; // inside a function every brace belongs to it
  if (parentheses > 0) return 'initializer'; // a default argument
  const words = head.replace(/\b(template)\s*<[^{}]*>(?=\s*[\w[])/g, ' ');
  if (/\b(?:namespace|enum|class|struct|union|extern)\b[^()]*$/.test(words)) return 'scope';
  if (/=\s*(?:[\w:<>]+\s*)?$/.test(words)) return 'initializer';
  if (!words.includes('(')) return 'initializer';
  // "Name(...) : first_{...}": the brace that follows a member's name in a constructor's list.
  if (/\)\s*(?:noexcept\s*)?:(?!:)/.test(words) && /[\w>]\s*$/.test(words)) return 'initializer';
  return 'function';
}

function function_name(head: string): string {
  const before = head.slice(0, head.indexOf('('));
  return /([~\w:]+|operator\s*\S+)\s*$/.exec(before)?.[1] ?? before.trim();
}

function measure(code: string, block: Block, end: number): CppFunction {
  const skipped = /^\s*(?:(?:public|private|protected):\s*)*/.exec(code.slice(block.head_start, end));
  const start = block.head_start + (skipped?.[0].length ?? 0);
  const lines = code.slice(start, end + 1).split('\n');
  return {
    name: block.name,
    line: code.slice(0, start).split('\n').length,
    code_lines: lines.filter((line) => line.trim() !== '').length,
  };
}
