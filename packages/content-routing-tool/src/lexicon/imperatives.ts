/** Verbs that open an instruction. */
export const IMPERATIVES: ReadonlySet<string> = new Set(
  'add apply arrange ask attach bake beat begin boil break bring brush build calculate chop choose click close combine compare complete connect consider cook copy count cover create cut define divide download drag draw drain dry enter find finish fill fold follow grate heat hold identify imagine insert install keep knead label learn leave list listen measure melt mix move multiply notice open pass peel pick place plug pour practice preheat prepare press pull push put read remember remove repeat replace rest rinse roll run save scroll select serve set shake simmer simplify sketch slice soak solve sprinkle start stir subtract suppose switch take tap test think tie tighten translate try turn twist type underline unplug use verify wait warm wash watch whisk wrap write'.split(
    ' ',
  ),
);
