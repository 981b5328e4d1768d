// @ts-check
/*
 * Grades the practices for a case. A practice fits all answers, or its source is silent on some of them, or it
 * does not fit exactly one. How each practice stands to each answer is reckoned when the site is built
 * (generator/presentation/cases); here it is only looked up and counted. Nothing of a page is touched.
 */
"use strict";

/**
 * @typedef {object} CaseQuestion a question, as `find/cases.js` tells it
 * @property {string} id
 * @property {[number, string][]} answers the number of each answer, and its name in a sentence
 * @property {string[][]} ways each way to answer: a figure for each answer, a letter for its note, the notes
 * @property {number[]} practices which of the ways is each practice's
 */
/**
 * @typedef {object} Cases all that is known of the practices before any of them is shown, and the page's texts
 * @property {number} version
 * @property {CaseQuestion[]} questions
 * @property {string} folder where the scripts with the results lie
 * @property {number} inOneScript so many results
 * @property {string} every where all practices are listed
 * @property {Record<string, string>} texts
 * @property {Record<string, [string, string]>} plurals texts for one and for several
 * @property {(number: number, results: Result[]) => void} keep takes the results of a script
 */
/** @typedef {[string, number, ...string[]]} Point a label, whether it is a warning, and its texts */
/** @typedef {[string, string, string, string, [string, string] | [], Point[]]} Result title, address and so on */
/** @typedef {number[]} Chosen the number of the chosen answer of each question; 0 where it is left open */
/** @typedef {"fit" | "may" | "but-one"} Group */
/** @typedef {{ said: string, state: number, note: string }} Reason how a practice stands to one answer */

const compendiumGrading = (() => {
  const [NO, SILENT, YES] = [0, 1, 2];
  const NO_NOTE = "0".charCodeAt(0); // the letter that says so; the next one is that of the first note
  const ADDRESS = /^#?(\d+)\.(\d+(?:-\d+)*)$/;

  /**
   * The answers in an address; null where there is something else behind its `#`.
   * @param {Cases} cases
   * @param {string} hash
   * @returns {Chosen | null}
   */
  function read(cases, hash) {
    const found = ADDRESS.exec(hash);
    if (!found) return null;
    const numbers = Number(found[1]) === cases.version ? found[2].split("-").map(Number) : [];
    return cases.questions.map(({ answers }, place) => {
      return answers.some(([number]) => number === numbers[place]) ? numbers[place] : 0;
    });
  }

  /**
   * What stands in the address for these answers.
   * @param {Cases} cases
   * @param {Chosen} chosen
   */
  function written(cases, chosen) {
    return `#${cases.version}.${chosen.join("-")}`;
  }

  /**
   * The questions that were answered, each with the place of its answer among the others.
   * @param {Cases} cases
   * @param {Chosen} chosen
   * @returns {[CaseQuestion, number][]}
   */
  function answered(cases, chosen) {
    return cases.questions
      .map((question, place) => /** @type {[CaseQuestion, number]} */ ([question, placeOf(question, chosen[place])]))
      .filter(([, place]) => place >= 0);
  }

  /**
   * @param {CaseQuestion} question
   * @param {number} number
   */
  function placeOf(question, number) {
    return question.answers.findIndex(([each]) => each === number);
  }

  /**
   * The practices of each group by their places, those with least silence first; all others are left out.
   * @param {Cases} cases
   * @param {Chosen} chosen
   * @returns {Record<Group, number[]>}
   */
  function grade(cases, chosen) {
    const asked = answered(cases, chosen);
    /** @type {Record<Group, number[][]>} */
    const bySilence = { fit: [], may: [], "but-one": [] };
    const total = cases.questions[0].practices.length;
    for (let practice = 0; practice < total; practice += 1) {
      const count = [0, 0, 0];
      for (const [{ ways, practices }, place] of asked) count[Number(ways[practices[practice]][0][place])] += 1;
      const group = groupOf(count);
      if (group) (bySilence[group][count[SILENT]] ??= []).push(practice);
    }
    return { fit: bySilence.fit.flat(), may: bySilence.may.flat(), "but-one": bySilence["but-one"].flat() };
  }

  /**
   * @param {number[]} count how many answers the practice does not fit, is silent on, and fits
   * @returns {Group | null}
   */
  function groupOf(count) {
    if (count[NO] === 0) return count[SILENT] === 0 ? "fit" : "may";
    return count[NO] === 1 && count[YES] > 0 ? "but-one" : null;
  }

  /**
   * How a practice stands to each answer that was given, what speaks against it first.
   * @param {Cases} cases
   * @param {Chosen} chosen
   * @param {number} practice
   * @returns {Reason[]}
   */
  function reasons(cases, chosen, practice) {
    const all = answered(cases, chosen).map(([{ answers, ways, practices }, place]) => {
      const [states, letters, ...notes] = ways[practices[practice]];
      const note = notes[letters.charCodeAt(place) - NO_NOTE - 1] ?? "";
      return { said: answers[place][1], state: Number(states[place]), note };
    });
    return all.sort((one, other) => one.state - other.state);
  }

  /**
   * Which answers have emptied a group: those without which it would hold something, and how much.
   * @param {Cases} cases
   * @param {Chosen} chosen
   * @param {Group} group
   * @returns {{ question: number, said: string, left: number }[]}
   */
  function emptiedBy(cases, chosen, group) {
    return cases.questions.flatMap(({ answers }, question) => {
      const said = answers.find(([number]) => number === chosen[question])?.[1];
      if (said === undefined) return [];
      const left = grade(cases, chosen.with(question, 0))[group].length;
      return left ? [{ question, said, left }] : [];
    });
  }

  /**
   * The first answer, in the order of the questions, with which nothing fits any more; null if something fits.
   * @param {Cases} cases
   * @param {Chosen} chosen
   * @returns {string | null}
   */
  function firstToEmpty(cases, chosen) {
    for (const [place, question] of cases.questions.entries()) {
      const soFar = chosen.map((number, other) => (other <= place ? number : 0));
      if (grade(cases, soFar).fit.length === 0) return question.answers[placeOf(question, chosen[place])][1];
    }
    return null;
  }

  return { read, written, grade, reasons, emptiedBy, firstToEmpty };
})();
