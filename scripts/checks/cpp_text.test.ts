// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { blank_cpp, find_functions } from './cpp_text.ts';

const names_and_lengths = (text: string): [string, number][] =>
  find_functions(text).map((found) => [found.name, found.code_lines]);

test('braces in strings, characters, comments and macros are no braces of the program', () => {
  const code = blank_cpp(`a("{"); /* { */ char c = '{'; // {\n#define X {\nauto r = R"sql(SELECT '{')sql"; long n = 1'000;`);
  expect(code).not.toContain('{');
  expect(code.split('\n')).toHaveLength(3);
  expect(code).toContain(`1'000`);
});

test('a function is measured from its signature to its closing brace without blank lines and comments', () => {
  const text = 'namespace parvis {\n\nint add(int a,\n        int b) {\n    // why\n\n    return a + b;\n}\n}\n';
  expect(find_functions(text)).toEqual([{ name: 'add', line: 3, code_lines: 4 }]);
});

test('a constructor with a member list is one function', () => {
  const text = 'Kiosk::Kiosk(Id id) : id_{id}, names_{"a", "b"} {\n    start();\n    more();\n}\n';
  expect(names_and_lengths(text)).toEqual([['Kiosk::Kiosk', 4]]);
});

test('methods inside a class, lambdas inside a function and tables of values are told apart', () => {
  const text = [
    'constexpr std::array<int, 2> table = {1, 2};',
    'const std::map<std::string, int> names{{"a", 1}};',
    'class Queue final : public List {',
    '  public:',
    '    int size() const noexcept { return size_; }',
    '};',
    'TEST(Queue, counts) {',
    '    auto f = [](int a) {',
    '        return a;',
    '    };',
    '}',
  ].join('\n');
  expect(names_and_lengths(text)).toEqual([['size', 1], ['TEST', 5]]);
});
