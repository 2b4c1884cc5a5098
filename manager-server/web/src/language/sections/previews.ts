export const zh = {
  livePreviewOf: '{name} 的实时画面',
  livePreviewNone: '{name} 没有画面:{reason}',
  previewLoading: '正在获取画面…',
  previewNothing: '未显示任何画面',
  previewUnable: '该终端不提供预览',
  previewForbidden: '无权查看',
  previewCrowded: '同时查看的画面过多',
} as const;

export const en: Readonly<Record<keyof typeof zh, string>> = {
  livePreviewOf: 'Live picture of {name}',
  livePreviewNone: 'No picture of {name}: {reason}',
  previewLoading: 'getting the picture…',
  previewNothing: 'shows no computer',
  previewUnable: 'this box makes no previews',
  previewForbidden: 'not yours to see',
  previewCrowded: 'too many pictures in view',
};
