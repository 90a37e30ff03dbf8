import type { TypeLexicon } from './type-lexicon.js';

export const EDUCATIONAL: TypeLexicon = {
  type: 'educational',
  strong: [
    "in this (tutorial|lesson|course|guide|lecture|chapter|module|video you will|video we will|video i will|video i'll|article you will)",
    'how to (use|make|build|write|solve|find|calculate|learn|get started|install|create|draw|play|fix|set up|read|do|cook|grow|tie|change)',
    'step by step', 'you will learn', 'we will learn', "we'll learn",
    "let's (learn|look at|start with|begin|practice|review|break|work through|solve|try an example)", 'learning objectives',
    'by the end of this', 'key takeaway(s)', 'for example suppose', 'as an exercise', 'homework', 'textbook', 'curriculum', 'lesson',
    'tutorial', 'lecture', 'syllabus', 'worksheet', 'quiz', 'flashcards', 'study guide', 'in other words', 'this means that',
    'is defined as', 'the definition of', 'is called (a|an|the)', 'the (first|next|second|last|third|final) step',
    'step (one|two|three|1|2|3|4)', 'remember that', 'common mistake(s)', "beginner(s|'s) guide", 'for beginners', 'explained',
    'the formula', 'multiply (both|by|the)', 'divide (both|by|the)', 'practice problem(s)', 'chapter (one|two|three|1|2|3|4|5)',
    'photosynthesis', 'mitochondria', 'pythagorean', 'derivative of', 'conjugat(e|ion|ing)', 'vocabulary', 'grammar', 'past tense',
    'world war (i|ii|one|two)', 'ancient (rome|greece|egypt)', 'the (roman|ottoman|british|persian) empire', 'tablespoon(s)',
    'teaspoon(s)', 'preheat', 'recipe', 'ingredients', 'simmer', 'whisk', 'knead', 'stir',
  ],
  plain: [
    'learn(ing|ed|er|ers|s|)', 'teach(er|ers|ing|es|)', 'student(s)', 'class(room|es|)', 'school', 'example(s)', 'explain(s|ing)',
    'concept(s)', 'basic(s)', 'fundamentals', 'introduction', 'understand(ing)', 'exercise(s)', 'practice', 'skill(s)', 'knowledge',
    'education(al)', 'study(ing)', 'course(s)', 'guide', 'tips', 'method(s)', 'principle(s)', 'theor(y|ies)', 'definition', 'equation(s)',
    'calculate', 'solve', 'formula', 'step(s)', 'make sure', 'you can', 'you need', 'you should',
    'notice (that|how)', 'imagine', 'suppose', 'refers to', 'consists of', 'consist of',
    'such as', 'divided into', 'types of', 'kinds of', 'meaning', 'history of', 'century', 'empire', 'civili(z|s)ation',
    'geometry', 'algebra', 'fraction(s)', 'triangle', 'angle', 'noun(s)', 'verb(s)', 'adjective(s)', 'sentence(s)', 'essay', 'paragraph',
    'instructor', 'professor', 'university', 'college', 'tutor', 'training', 'workshop', 'add', 'mix', 'bake', 'oven', 'dough', 'flour',
    'garlic', 'boil', 'pour', 'chop', 
  ],
};
