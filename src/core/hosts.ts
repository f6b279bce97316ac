/** Match patterns of the sites that Tifa reads without being asked: those of its source texts. */
export const HOSTS = [
  '*://*.4hou.com/*',
  '*://*.12377.cn/*',
  '*://*.people.com.cn/*',
  '*://*.people.cn/*',
  '*://*.cctv.com/*',
  '*://*.cctv.cn/*',
  '*://*.12371.cn/*',
];
