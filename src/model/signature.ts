/** The first words of every generated source file, behind `// `: only what bears them is ever taken for ours. */
export const SIGNATURE = 'Made by rest-broker';
