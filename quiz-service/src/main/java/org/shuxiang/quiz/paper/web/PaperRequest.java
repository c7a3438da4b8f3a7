package org.shuxiang.quiz.paper.web;

/** @param number of the attempt, from 1 */
record PaperRequest(int number) {}
